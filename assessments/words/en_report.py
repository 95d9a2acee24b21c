"""What a report says in English around its numbers: headings, notices, next steps."""

from collections.abc import Mapping

REPORT: Mapping[str, str] = {
    "sentence": " ",
    "and": ", ",
    "quote": "“{text}”",
    "named": "{kind} “{name}”",
    # The result in one look
    "result.unit": "of 100",
    "result.unit_severity": "of 100; higher is worse",
    "result.unit_stage": "of {stages} stages passed",
    "result.unit_value": "of 100, comprehensive value",
    "result.incomplete": (
        "There is no overall result yet: too few answers in {dimensions}. A dimension needs an"
        " answer to at least three quarters of its questions that apply, and at least half of its"
        " questions must apply."
    ),
    "result.incomplete_stage": (
        "{certain} Too few answers in {dimensions}, so the result is not final."
    ),
    "result.stage_certain": "Certain so far: stage {stage}.",
    "result.too_many_na": (
        "There is no overall result: the dimensions that apply carry less than half of the weight."
    ),
    "result.progress": "Progress to the next stage: {progress} %.",
    "result.blocked": (
        "Settle the block first, with those who set it; until then, offer nothing new."
    ),
    "result.none": "No result",
    "result.nothing_counted": "Nothing was counted, so there is nothing to rate.",
    # Notices
    "notice.capped": "The score alone would give “{band}”; a gate lowers it to “{cap}”.",
    "notice.programme": (
        "The programme is incomplete: {dimensions} {count:is|are} as good as absent."
    ),
    "notice.hollow": (
        "Stage {number}, {dimension}, is hollow: its own score reaches the limit, but a stage"
        " before it is not passed. Do not count on it."
    ),
    "notice.blocked": "A block is set, so the account is served as “{band}” whatever its scores.",
    "notice.knock_out": "A knock-out is set, so the class is “{band}” whatever the scores.",
    "notice.thin": "The research is thin: treat this result as provisional.",
    "notice.open": "{count} {count:question is|questions are} not answered yet.",
    "notice.not_applicable": (
        "{count} {count:question does|questions do} not apply and {count:is|are} left out."
    ),
    "notice.disagreement": "The group is divided on {dimension}: talk about it before acting.",
    "notice.excluded": (
        "{count} {count:answer set was|answer sets were} not complete and {count:is|are} left out."
    ),
    "notice.gates": "Gate {gate} applies for {count} of {total}: {text}",
    # Scores
    "scores.heading": "Scores",
    "scores.caption": "Score of each dimension, from 0 to 100",
    "scores.caption_severity": "Severity of each dimension, from 0 to 100; higher is worse",
    "scores.caption_group": "Mean score of each dimension, from 0 to 100",
    "scores.figures": "Scores in figures, from 0 to 100",
    "scores.figures_severity": "Severity in figures, from 0 to 100; higher is worse",
    "scores.figures_group": "Mean and range of each dimension, from 0 to 100",
    "scores.dimension": "Dimension",
    "scores.score": "Score",
    "scores.weight": "Weight",
    "scores.answered": "Answered",
    "scores.answered_of": "{answered} of {applicable}",
    "scores.mean": "Mean",
    "scores.range": "Highest minus lowest",
    "scores.lowest": "Lowest",
    "scores.highest": "Highest",
    "scores.na": "not applicable",
    "scores.insufficient": "too few answers",
    "scores.few": "fewer than three people",
    "stages.caption": "The path of trust, stage by stage",
    "stages.alternative": "Stages passed: {stage} of {stages}. {each}",
    "stages.each": "{dimension}: {score}.",
    "stages.passed": "passed",
    "stages.next": "next",
    "stages.later": "later",
    # What is open
    "bounds.heading": "What is still open",
    "bounds.range": (
        "With the open questions answered, the result lies between {lowest} and {highest}."
    ),
    "bounds.same": "Whatever the open answers are, the result is {lowest}.",
    "bounds.none": "Answering the open questions cannot complete the result: too much is n/a.",
    "bounds.ask": "Answer this one first; it narrows the result most:",
    "bounds.end": "{score} ({band})",
    "bounds.stage": "stage {stage}",
    # The next step
    "next.heading": "The next step",
    "next.found": (
        "{count:One answer is enough: one level higher|These answers each one level higher}, and"
        " the result becomes {result}{count:|; fewer are not enough}."
    ),
    "next.facts": (
        "What would have to be true for {result}: {count} {count:answer|answers} one level higher."
    ),
    "next.facts_more": (
        "What would have to be true for {result}: {count} levels more in all on these questions."
    ),
    "next.found_more": (
        "One level more on each question is not enough. Gain {count} levels in all on these"
        " questions, and the result becomes {result}; fewer do not do it."
    ),
    "next.hollow": (
        "Stage {number} then counts as well, because its own score already reaches the limit; check"
        " first that its answers rest on evidence."
    ),
    "next.rest": "And {count} more.",
    "next.item": "{question} From {from} “{old}” to {to} “{new}”.",
    "next.best": "There is no higher result: keep it up.",
    "next.best_severity": "There is no lighter result: keep watch.",
    "next.blocked": "No answer changes the result while the block stands: settle that first.",
    "next.no_result": "The next step can be named once the result is complete.",
    "next.out_of_reach": "No improvement of the given answers lifts the result.",
    "actions.heading": "Actions",
    # How sure
    "sure.heading": "How sure is it",
    "sure.text": (
        "The weights are a judgement. Varied by up to {spread} % each, {kept} of {samples}"
        " weightings ({share} %) give the same result."
    ),
    "sure.same": "The weights make no difference here.",
    "sure.other": "The others give: {others}.",
    "sure.one": "“{band}” {count} times",
    "sure.range": "{measure} then lies between {lowest} and {highest}.",
    "thresholds.caption": "Distance to each limit",
    "thresholds.measure": "Measure",
    "thresholds.value": "Value",
    "thresholds.limit": "Limit",
    "thresholds.band": "Needed for",
    "thresholds.both": "{band} (both needed)",
    "thresholds.either": "{band} (either is enough)",
    "thresholds.distance": "Distance",
    "status.ok": "complete",
    "status.incomplete": "too few answers",
    "status.too_many_na": "too much does not apply",
    "status.provisional": "provisional: the research is thin",
    "measure.status": "Status",
    "measure.band": "Band",
    "measure.class": "Class",
    "measure.stage": "Stage",
    "measure.progress_to_next": "Progress to the next stage",
    "measure.seed_letter": "Letter in the source",
    "measure.default_tier": "Default tier",
    "measure.fit": "Strategic fit",
    "measure.time_continuity": "Continuity over time",
    "measure.weakest": "Weakest dimension",
    "measure.top_pain": "Top pain",
    "measure.n": "Complete answer sets",
    "measure.excluded": "Answer sets left out",
    "measure.overall": "Overall",
    "measure.prospect": "Prospect",
    "measure.comprehensive_value": "Comprehensive value",
    # Groups
    "group.text": "{n} complete answer sets. {text}",
    "group.bands": "How many answer sets give which result",
    "group.band": "Result",
    "group.count": "Answer sets",
    "group.questions": "Answers to each question, the most divided first",
    "group.question": "Question",
    "group.na": "n/a",
    "group.open": "Open",
    "group.agreement": "Agreement, %",
    "group.few": (
        "A question that fewer than three people answered shows dashes, so that nobody can tell who"
        " answered what."
    ),
    # Answers, in files
    "answers.heading": "Answers",
    "answers.question": "Question",
    "answers.answer": "Answer",
    "answers.note": "Note",
    "answers.na": "not applicable",
    # Details
    "details.working": "The working, step by step",
    "details.about": "About this result",
    "about.tool": "Tool: {title} ({tool}), version {version}",
    "about.definition": "Definition: {hash}",
    "about.engine": "Engine: version {engine}",
    "cautions.heading": "Cautions",
    "result.values": "Key figures",
    "result.heading": "Result",
    "table.name": "Name",
    "table.value": "Value",
    "table.meaning": "What it means",
    "value.yes": "yes",
    "value.no": "no",
    "value.none": "–",
    "notice.flag": "{flag}: {count} of {total} answer sets.",
    "flag.capped": "A gate lowered the band",
    "flag.hollow_stage": "Stage {number} is hollow: a stage before it is not passed",
    "flag.blocked": "A block is set",
    "flag.knock_out": "A knock-out is set",
    "flag.research_thin": "The research is thin",
    "group.note": "range {range}",
    "scores.caption_spread": "Lowest and highest score of each dimension, from 0 to 100",
    "unit_gap": " ",
    "unit_space": " ",
}
