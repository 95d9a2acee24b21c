"""Answer requests to the engine, one JSON text a line; run by each Python that must agree."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from assessments.browser import score

sys.stdin.reconfigure(encoding="utf-8")
for line in sys.stdin:
    sys.stdout.write(json.dumps(score(json.loads(line))) + "\n")
