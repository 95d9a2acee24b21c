"""Everything that is looked at, in the order in which a host would mend it."""

from collections.abc import Callable, Iterator, Mapping

from macros.doctor.files import check_caching, check_compression, check_hashes, check_types
from macros.doctor.finding import Finding
from macros.doctor.found import Found
from macros.doctor.pages import check_address, check_languages, check_missing
from macros.doctor.policy import check_companions, check_policy
from macros.doctor.visit import Visit

CHECKS: Mapping[str, Callable[[Visit, Found], Iterator[Finding]]] = {
    "Address": check_address,
    "Types": check_types,
    "Files as built": check_hashes,
    "Policy": check_policy,
    "Other headers": check_companions,
    "Compression": check_compression,
    "Caching": check_caching,
    "Languages": check_languages,
    "Missing pages": check_missing,
}
