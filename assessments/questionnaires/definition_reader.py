"""Read a definition once, at the border; whatever is read is trusted after."""

from collections.abc import Iterable, Mapping, Sequence
from math import lcm

from assessments.border.fingerprint import fingerprint
from assessments.border.problems import EngineError
from assessments.border.record import Record
from assessments.border.records import NOTHING, Records
from assessments.numbers.exact import Number
from assessments.questionnaires.definition import (
    LEVELS,
    Band,
    Definition,
    Dimension,
    Gate,
)
from assessments.questionnaires.models import MODELS


def read_questionnaire(raw: Record) -> Definition:
    """Return a questionnaire ready to score, or raise every problem that keeps it from that."""
    reader = _DefinitionReader(raw)
    definition = reader.definition()
    if reader.problems or definition is None:
        raise EngineError(reader.problems)
    return definition


class _DefinitionReader(Records):
    def __init__(self, raw: Record) -> None:
        super().__init__()
        self.raw = raw

    def definition(self) -> Definition | None:
        identity = self.text(self.raw, "id")
        model = self.raw.get("model")
        if not isinstance(model, str) or model not in MODELS:
            self.refuse("model", "known_id", model, options=", ".join(MODELS))
            return None
        self.needs = MODELS[model].needs
        dimensions, questions, owners = self.dimensions()
        bands = self.bands()
        self.check_bands(bands, len(dimensions))
        places = {question: place for place, question in enumerate(questions)}
        gates = self.gates({d.id: i for i, d in enumerate(dimensions)}, places, bands)
        parameters = self.record(self.raw.get("parameters", NOTHING), "parameters")
        definition = Definition(
            id=identity,
            model=model,
            raw=self.raw,
            fingerprint=self.fingerprint(),
            dimensions=dimensions,
            questions=questions,
            places=places,
            owners=owners,
            bands=bands,
            gates=gates,
            flags=self.ids("flags"),
            limits=self.limits(parameters),
            coefficients={
                name: self.formula(parameters, name, parts)
                for name, parts in self.needs.coefficients.items()
            },
            codes={name: self.codes(parameters, name, bands) for name in self.needs.codes},
        )
        return None if self.problems else definition

    def fingerprint(self) -> Mapping[str, str]:
        try:
            return fingerprint(self.raw)
        except (TypeError, ValueError, RecursionError):
            self.refuse("", "object", self.raw)
            return {}

    def dimensions(self) -> tuple[tuple[Dimension, ...], tuple[str, ...], tuple[int, ...]]:
        read = list(self.records(self.raw, "dimensions"))
        self.check_unique([(path, self.text(record, "id", path)) for path, record in read])
        weights = [self.weight(record, path) for path, record in read]
        whole = whole_numbers(tuple(weights))
        dimensions: list[Dimension] = []
        questions: list[tuple[str, str]] = []
        owners: list[int] = []
        for place, (path, record) in enumerate(read):
            start = len(questions)
            questions.extend(self.questions(record, path))
            owners.extend([place] * (len(questions) - start))
            action = self.record(record.get("action", NOTHING), f"{path}.action")
            module = action.get("module")
            dimensions.append(
                Dimension(
                    id=str(record.get("id")),
                    weight=whole[place],
                    given_weight=weights[place],
                    start=start,
                    stop=len(questions),
                    module=module if isinstance(module, str) else "",
                )
            )
        self.check_dimensions([each.id for each in dimensions], sum(whole))
        self.check_unique(questions)
        return tuple(dimensions), tuple(question for _, question in questions), tuple(owners)

    def check_dimensions(self, ids: Sequence[str], total: int) -> None:
        if not ids:
            self.refuse("dimensions", "not_empty", self.raw.get("dimensions"))
        elif total == 0:
            self.refuse("dimensions[0].weight", "above", 0, low=0)
        for name in self.needs.dimensions:
            if name not in ids:
                self.refuse("dimensions", "holds", ids, id=name)
        if self.needs.only_these and len(ids) > len(self.needs.dimensions):
            self.refuse("dimensions", "exact_length", ids, length=len(self.needs.dimensions))

    def weight(self, record: Record, path: str) -> Number:
        return self.number(record, "weight", path) if self.needs.weights else 1

    def questions(self, dimension: Record, path: str) -> list[tuple[str, str]]:
        found = [
            (place, self.text(question, "id", place))
            for place, question in self.records(dimension, "questions", path)
        ]
        if not found:
            self.refuse(f"{path}.questions", "not_empty", dimension.get("questions"))
        return found

    def bands(self) -> tuple[Band, ...]:
        ordered = not self.needs.bands
        bands: list[Band] = []
        paths: list[tuple[str, str]] = []
        for path, record in self.records(self.raw, "bands"):
            minimum = self.number(record, "from", path) if ordered else 0
            if ordered and bands and minimum <= bands[-1].given_minimum:
                low = bands[-1].given_minimum
                self.refuse(f"{path}.from", "above", minimum, low=low)
            paths.append((path, str(record.get("id"))))
            bands.append(
                Band(
                    id=self.text(record, "id", path),
                    minimum=in_tenths(minimum),
                    given_minimum=minimum,
                )
            )
        self.check_unique(paths)
        return tuple(bands)

    def check_bands(self, bands: Sequence[Band], dimensions: int) -> None:
        ids = [band.id for band in bands]
        if not bands:
            self.refuse("bands", "not_empty", self.raw.get("bands"))
        elif not self.needs.bands and bands[0].given_minimum != 0:
            self.refuse("bands[0].from", "exactly", bands[0].given_minimum, value=0)
        elif self.needs.bands and tuple(ids) != self.needs.bands:
            self.refuse("bands", "sequence", ids, ids=", ".join(self.needs.bands))
        elif self.needs.stages and [b.given_minimum for b in bands] != [*range(dimensions + 1)]:
            self.refuse("bands", "exact_length", ids, length=dimensions + 1)
        for name in self.needs.named_bands:
            if name not in ids:
                self.refuse("bands", "holds", ids, id=name)

    def gates(
        self, dimensions: Mapping[str, int], questions: Mapping[str, int], bands: Sequence[Band]
    ) -> tuple[Gate, ...]:
        caps = {band.id: place for place, band in enumerate(bands)}
        gates: list[Gate] = []
        paths: list[tuple[str, str]] = []
        if not self.needs.gates and self.raw.get("gates"):
            self.refuse("gates", "absent", self.raw["gates"])
        for path, record in self.records(self.raw, "gates"):
            identity = self.text(record, "id", path)
            paths.append((path, identity))
            when = self.record(record.get("when"), f"{path}.when")
            cap = self.choice(record, "cap", path, caps)
            if "question" in when:
                question = self.choice(when, "question", f"{path}.when", questions)
                equals = self.level(when, f"{path}.when")
                gates.append(Gate(id=identity, cap=cap, question=question, equals=equals))
            else:
                dimension = self.choice(when, "dimension", f"{path}.when", dimensions)
                below = in_tenths(self.number(when, "below", f"{path}.when"))
                gates.append(Gate(id=identity, cap=cap, dimension=dimension, below=below))
        self.check_unique(paths)
        return tuple(gates)

    def level(self, when: Record, path: str) -> int:
        value = when.get("equals")
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < LEVELS:
            return value
        self.refuse(f"{path}.equals", "between", value, low=0, high=LEVELS - 1)
        return 0

    def ids(self, key: str) -> tuple[str, ...]:
        read = self.records(self.raw, key)
        found = [(path, self.text(record, "id", path)) for path, record in read]
        self.check_unique(found)
        return tuple(name for _, name in found)

    def check_unique(self, found: Iterable[tuple[str, str]]) -> None:
        seen: set[str] = set()
        for path, name in found:
            if name in seen:
                self.refuse(f"{path}.id", "unique_id", name)
            seen.add(name)

    def limits(self, parameters: Record) -> Mapping[str, int]:
        limits: dict[str, int] = {}
        for name in self.needs.limits:
            group, _, key = name.rpartition(".")
            record = self.record(parameters.get(group), f"parameters.{group}") if group else None
            path = f"parameters.{group}" if group else "parameters"
            limits[name] = in_tenths(
                self.number(parameters if record is None else record, key, path)
            )
        return limits

    def formula(self, parameters: Record, name: str, parts: tuple[str, ...]) -> Mapping[str, int]:
        path = f"parameters.{name}"
        record = self.record(parameters.get(name), path)
        given = [self.number(record, part, path) for part in parts]
        if not sum(given):
            self.refuse(path, "positive_sum", parameters.get(name))
        return dict(zip(parts, whole_numbers(tuple(given)), strict=True))

    def codes(self, parameters: Record, name: str, bands: Sequence[Band]) -> Mapping[str, str]:
        path = f"parameters.{name}"
        record = self.record(parameters.get(name), path)
        return {band.id: self.text(record, band.id, path) for band in bands}


def in_tenths(limit: Number) -> int:
    """Return the whole tenths from which a rounded score reaches a limit."""
    numerator, denominator = limit.as_integer_ratio()
    return -(-numerator * 10 // denominator)


def whole_numbers(values: tuple[Number, ...]) -> tuple[int, ...]:
    """Return whole numbers in the same proportions."""
    ratios = [value.as_integer_ratio() for value in values]
    common = lcm(*(denominator for _, denominator in ratios)) if ratios else 1
    return tuple(numerator * (common // denominator) for numerator, denominator in ratios)
