"""The steps of the working in English: each can be redone by hand from its own numbers."""

from collections.abc import Mapping

WORKING: Mapping[str, str] = {
    # Dimensions
    "working.dimension": (
        "{dimension}: {points} {points:point|points} in {answered} {answered:answer|answers},"
        " so 100 × {points} ÷ (3 × {answered}) = {unrounded}, rounded {score}."
    ),
    "working.dimension_na": (
        "{dimension}: none of its {items} questions applies, so it has no score."
    ),
    "working.dimension_mostly_na": (
        "{dimension}: {na} of its {items} questions do not apply; that is more than half, so it"
        " has no score."
    ),
    "working.dimension_insufficient": (
        "{dimension}: {answered} of {applicable} questions answered; that is less than 75 %, so it"
        " has no score."
    ),
    # The overall score
    "working.incomplete": "No overall score: too few answers in {dimensions}.",
    "working.too_many_na": (
        "No overall score: the dimensions with a score carry {weights} of {total} weight, less"
        " than half."
    ),
    "working.weights_shared": (
        "Not applicable: {dimensions}. The remaining weight is {weights} of {total}; the score is"
        " divided by {weights}."
    ),
    "working.overall": (
        "Overall: ({terms}) ÷ {weights} = {unrounded}, rounded {score}."
        " Each term is weight × unrounded score."
    ),
    "working.band": "{score} falls in the band “{band}”, which starts at {from}.",
    # Gates
    "working.gate_dimension_fired": (
        "Gate {gate} applies: {dimension} is {score}, below {below}. The band is at most “{cap}”."
    ),
    "working.gate_dimension_passed": (
        "Gate {gate} does not apply: {dimension} is {score}, not below {below}."
    ),
    "working.gate_dimension_rested": "Gate {gate} rests: {dimension} has no score.",
    "working.gate_question_fired": (
        "Gate {gate} applies: the answer to “{question}” is {equals}. The band is at most “{cap}”."
    ),
    "working.gate_question_passed": (
        "Gate {gate} does not apply: the answer to “{question}” is {answer}, not {equals}."
    ),
    "working.gate_question_rested": (
        "Gate {gate} rests: “{question}” has no answer or does not apply."
    ),
    "working.capped": "The band “{band}” is lowered to “{cap}”.",
    "working.part_missing": (
        "{dimension} is {score}, below {below}: this part is missing. The band is at most “{cap}”."
    ),
    "working.parts_present": "No part with a score is below {minimum}: nothing is missing.",
    # Stages
    "working.stage_passed": "Stage {number}, {dimension}: {score} reaches {limit}: passed.",
    "working.stage_not_passed": (
        "Stage {number}, {dimension}: {score} is below {limit}: not passed."
    ),
    "working.stage_hollow": (
        "Stage {number}, {dimension}: {score} reaches {limit}, but a stage before it is not passed,"
        " so it is hollow and does not count."
    ),
    "working.stage_unknown": "Stage {number}, {dimension}: no score, so the count stops here.",
    "working.stage": "Stages passed one after the other, from the first: {stage}.",
    "working.progress": (
        "Progress to the next stage: {unrounded} ÷ {limit} × 100, at most 100, rounded {progress}."
    ),
    "working.stage_incomplete": (
        "Every stage needs a score before the result is final; the count shows what is certain."
    ),
    # Tiers and classes
    "working.test_reached": "{measure} is {value} and reaches {limit}, asked for “{band}”.",
    "working.test_missed": (
        "{measure} is {value} and lacks {lacking} to {limit}, asked for “{band}”."
    ),
    "working.tier": "By these tests the tier is “{band}”.",
    "working.blocked": "A block is set ({flags}): the tier is “{band}”, whatever the scores.",
    "working.class_incomplete": "No class: {dimensions} has no score, and all analyses are needed.",
    "working.prospect": "Prospect: ({terms}) ÷ {weights} = {unrounded}, rounded {score}.",
    "working.comprehensive_value": (
        "Comprehensive value: ({terms}) ÷ {weights} = {unrounded}, rounded {score}."
    ),
    "working.class": "By these tests the class is “{band}”.",
    "working.knocked_out": "A knock-out is set: the class is “{band}”, whatever the scores.",
    "working.research_thin": "The research is thin: the result is provisional.",
    # Groups
    "working.group_dimension": (
        "{dimension}: the {count} scores add up to {sum}, and {sum} ÷ {count} = {mean}."
    ),
    "working.group_few": (
        "{dimension}: fewer than three people have a score, so nothing is told about it."
    ),
    "working.group_overall": (
        "Overall: the {count} scores add up to {sum}, and {sum} ÷ {count} = {mean}."
    ),
}
