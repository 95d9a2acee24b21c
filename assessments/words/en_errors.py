"""What the engine says in English about an input that it cannot use, and what to do."""

from collections.abc import Mapping

ERRORS: Mapping[str, str] = {
    # Text that is no value yet
    "E_JSON.message": "The text is not JSON: reading stopped at line {line}, column {column}.",
    "E_JSON.hint": "Check that place for a missing comma, quote or bracket.",
    "E_SIZE.message": "The text has {found} characters; at most {limit} are read.",
    "E_SIZE.hint": "Split it into smaller files.",
    "E_DEPTH.message": "Lists and objects stand more than {limit} deep inside each other.",
    "E_DEPTH.hint": "No tool needs more than a few levels; check the file.",
    "E_TEXT.message": "A text holds half of a two-part character and cannot be written.",
    "E_TEXT.hint": "Write the file again as UTF-8.",
    "E_DUPLICATE_KEY.message": "The key {key} stands twice in the same object.",
    "E_DUPLICATE_KEY.hint": "Keep one of the two.",
    "E_MORE.message": "{count} more {count:problem is|problems are} not listed.",
    "E_MORE.hint": "Mend the ones above first, then try again.",
    "E_FILE.message": "{name} cannot be read: {reason}.",
    "E_FILE.hint": "Give JSON in UTF-8, or the path of such a file.",
    "E_REQUEST.message": "The request’s {key} must be {rule}, not {found}.",
    "E_REQUEST.hint": "Load the page again; if that does not help, tell those who run the site.",
    "E_INTERNAL.message": "The engine failed in a way that it should not: {kind}.",
    "E_INTERNAL.hint": "Keep your answers and tell those who look after this playbook.",
    # A definition
    "E_DEFINITION.message": "The definition cannot be used: {path} must be {rule}, not {found}.",
    "E_DEFINITION.hint": "Take the definition from the tool’s page again.",
    # A definition of a calculator that its formula cannot use
    "E_DEFINITION.no_formula.message": "The engine has no formula {name}.",
    "E_DEFINITION.no_formula.hint": "Write one of {names}.",
    "E_DEFINITION.takes.message": "The formula {formula} takes {expected} here, not {found}.",
    "E_DEFINITION.takes.hint": "Write {expected}.",
    "E_DEFINITION.needs_key.message": "An input of type {type} needs {key}.",
    "E_DEFINITION.needs_key.hint": "Add {key}:.",
    "E_DEFINITION.has_no_key.message": "An input of type {type} has no {key}.",
    "E_DEFINITION.has_no_key.hint": "Delete it, or change the type.",
    "E_DEFINITION.default_of_required.message": (
        "An input that is required has no use for a default."
    ),
    "E_DEFINITION.default_of_required.hint": "Write required: false.",
    "E_DEFINITION.no_number_left.message": "No number is at least {low} and at most {high}.",
    "E_DEFINITION.no_number_left.hint": "Exchange the two limits.",
    "E_DEFINITION.no_length_left.message": "Nothing is at least {low} and at most {high} long.",
    "E_DEFINITION.no_length_left.hint": "Exchange the two.",
    "E_DEFINITION.limits_together.message": "No sentence tells the limits {names} together.",
    "E_DEFINITION.limits_together.hint": (
        "Write one of them, minimum with maximum, or above with maximum."
    ),
    "E_DEFINITION.needs_parameter.message": "The formula {formula} needs the parameter {name}.",
    "E_DEFINITION.needs_parameter.hint": "Add {name}: and {rule}.",
    "E_DEFINITION.unread_parameter.message": (
        "The formula {formula} does not read the parameter {name}."
    ),
    "E_DEFINITION.unread_parameter.hint": "Delete it; the formula reads {names}.",
    "E_DEFINITION.needs_input.message": "The formula {formula} needs the input {name}.",
    "E_DEFINITION.needs_input.hint": "Add it, with type: {type}.",
    "E_DEFINITION.unread_input.message": "The formula {formula} does not read the input {name}.",
    "E_DEFINITION.unread_input.hint": "Delete it; the formula reads {names}.",
    "E_DEFINITION.needs_value.message": "The formula {formula} cannot do without {name}.",
    "E_DEFINITION.needs_value.hint": "Write required: true, or add a default.",
    "E_DEFINITION.needs_limit.message": "The formula {formula} needs a number above {low} here.",
    "E_DEFINITION.needs_limit.hint": "Add above: {low}, or a minimum that is higher.",
    "E_DEFINITION.needs_entries.message": (
        "The formula {formula} needs at least {low} {low:entry|entries} here."
    ),
    "E_DEFINITION.needs_entries.hint": "Add length: with {low} and the most that make sense.",
    "E_DEFINITION.output.message": "The formula {formula} gives no result {name}.",
    "E_DEFINITION.output.hint": "It gives {names}.",
    "E_DEFINITION.needs_sentence.message": (
        "The sentence {name} is missing, which the formula {formula} can say."
    ),
    "E_DEFINITION.needs_sentence.hint": "Add {name}: in every language; it quotes {names}.",
    "E_DEFINITION.unsaid.message": "The formula {formula} never says {name}.",
    "E_DEFINITION.unsaid.hint": "Delete it; the formula says {names}.",
    "E_DEFINITION.gap.message": (
        "The sentence quotes {gap}, which the formula {formula} does not give."
    ),
    "E_DEFINITION.gap.hint": "It can quote {names}.",
    "E_DEFINITION.needs_words.message": "The problem {name} has no words.",
    "E_DEFINITION.needs_words.hint": "Add {name}: with a message and a hint in every language.",
    "E_DEFINITION.action.message": "No band, flag, note or result of this tool is {name}.",
    "E_DEFINITION.action.hint": "Write one of {names}.",
    # The shape of answers
    "E_SHAPE.input.message": "The input must be an object, not {found}.",
    "E_SHAPE.input.hint": 'Write {"answers": {"<question id>": 2}}.',
    "E_SHAPE.answers_missing.message": "The input has no answers.",
    "E_SHAPE.answers_missing.hint": 'Add "answers": {"<question id>": 2}; it may be empty.',
    "E_SHAPE.answers.message": "answers must be an object of question ids, not {found}.",
    "E_SHAPE.answers.hint": 'Write {"answers": {"<question id>": 2}}.',
    "E_SHAPE.key.message": "The input has an unknown key {key}.",
    "E_SHAPE.key.hint": "Only answers and flags are read: remove it.",
    "E_SHAPE.question.message": "The tool has no question {key}.",
    "E_SHAPE.question.hint": "Check the id on the tool’s page, or remove the answer.",
    "E_SHAPE.flags.message": "flags must be a list of names, not {found}.",
    "E_SHAPE.flags.hint": "Leave flags out, or give a list of the tool’s flags: {names}.",
    "E_SHAPE.flag.message": "The tool has no flag {found}.",
    "E_SHAPE.flag.hint": "Its flags are: {names}.",
    "E_SHAPE.group.message": "A group must be a list of inputs, one for each person, not {found}.",
    "E_SHAPE.group.hint": 'Write [{"answers": {…}}, {"answers": {…}}, {"answers": {…}}].',
    "E_SHAPE.group_model.message": "The results of this tool cannot be averaged over a group.",
    "E_SHAPE.group_model.hint": "Ask for the distribution of its results instead.",
    # Answers
    "E_TYPE.answer.message": (
        "Question {question}: the answer must be 0, 1, 2 or 3, “na” or null, not {found}."
    ),
    "E_TYPE.answer.hint": "Give a whole number without quotes and without a decimal point.",
    "E_RANGE.answer.message": "Question {question}: the answer must be 0, 1, 2 or 3, not {found}.",
    "E_RANGE.answer.hint": "Choose the sentence that fits best and give its number.",
    # Groups
    "E_TOO_FEW_RESPONDENTS.message": (
        "A group result needs at least {least} complete answer sets; there {complete:is|are}"
        " {complete}."
    ),
    "E_TOO_FEW_RESPONDENTS.hint": "Ask more people, or complete the unfinished answer sets.",
    # Inputs of calculators
    "E_TYPE.number.message": "{path} must be {rule}, not {found}.",
    "E_TYPE.number.hint": (
        "Write a number in digits, with a point before the decimals and without a unit."
    ),
    "E_TYPE.integer.message": "{path} must be {rule}, not {found}.",
    "E_TYPE.integer.hint": "Write a whole number in digits, without decimals and without a unit.",
    "E_TYPE.kind.message": "{path} must be {rule}, not {found}.",
    "E_TYPE.kind.hint": "Compare it with the example on the tool’s page.",
    "E_NUMBER.message": "{path} must be a number, not {found}.",
    "E_NUMBER.hint": (
        "Write a number in digits, with a point before the decimals and without a unit."
    ),
    "E_NUMBER.number.message": "{path} must be {rule}, not {found}.",
    "E_NUMBER.number.hint": (
        "Write a number in digits, with a point before the decimals and without a unit."
    ),
    "E_NUMBER.integer.message": "{path} must be {rule}, not {found}.",
    "E_NUMBER.integer.hint": "Write a whole number in digits, without decimals and without a unit.",
    "E_NUMBER.kind.message": "{path} must be {rule}, not {found}.",
    "E_NUMBER.kind.hint": "Compare it with the example on the tool’s page.",
    "E_NUMBER.two_readings.message": "{path}: {found} can be read as {decimal} or as {whole}.",
    "E_NUMBER.two_readings.hint": "Write {whole} or {clear}.",
    "E_CSV_CELL.message": "A cell of line {line} holds more than {limit} characters.",
    "E_CSV_CELL.hint": "Shorten it, or close the double quotes before it.",
    "E_INTEGER.message": "{path} must be a whole number, not {found}.",
    "E_INTEGER.hint": "Write a whole number in digits, without decimals.",
    "E_RANGE.message": "{path} must be {rule}, not {found}.",
    "E_RANGE.hint": "Check the number and its unit.",
    "E_ENUM.message": "{path} must be one of {options}, not {found}.",
    "E_ENUM.hint": "Choose one of them, written exactly so.",
    "E_MISSING.message": "{path} is missing.",
    "E_MISSING.hint": "Fill it in.",
    "E_EMPTY.message": "{path} is empty.",
    "E_EMPTY.hint": "Give at least one entry.",
    "E_DATE.message": "{path} must be a date such as 2026-11-30, not {found}.",
    "E_DATE.hint": "Write year, month and day with hyphens.",
    "E_SHAPE.message": "{path} must be {rule}, not {found}.",
    "E_SHAPE.hint": "Compare it with the example on the tool’s page.",
    "E_SHAPE.field.message": "{path} is not an input of this tool.",
    "E_SHAPE.field.hint": "Its inputs are: {names}.",
    "E_SHAPE.record.message": "The input must be an object, not {found}.",
    "E_SHAPE.record.hint": "Compare it with the example on the tool’s page.",
    "E_DUPLICATE.message": "{path}: {found} stands twice.",
    "E_DUPLICATE.hint": "Give each its own name.",
    # What a value must be; stands after "must be"
    "rule.object": "an object",
    "rule.list": "a list",
    "rule.text": "text",
    "rule.number": "a number",
    "rule.integer": "a whole number",
    "rule.boolean": "true or false",
    "rule.between": "from {low} to {high}",
    "rule.at_least": "at least {low}",
    "rule.at_most": "at most {high}",
    "rule.above": "more than {low}",
    "rule.below": "less than {high}",
    "rule.length": "a list of {low} to {high} entries",
    "rule.exact_length": "a list of {length} entries",
    "rule.known_id": "one of {options}",
    "rule.unique_id": "an id of its own",
    "rule.model": "one of the engine’s models",
    "rule.not_empty": "a list with at least one entry",
    "rule.holds": "a list that holds {id}",
    "rule.exactly": "{value}",
    "rule.sequence": "the list {ids}",
    "rule.positive_sum": "numbers that do not add up to 0",
    "rule.absent": "left out for this model",
    "rule.digits": "a number of at most {digits} digits before the point",
    "rule.decimals": "a number of at most {decimals} decimals",
    "rule.text_length": "text of at most {high} characters",
    "rule.name": "a name of 1 to {high} characters",
    "rule.above_to": "more than {low} and at most {high}",
    # What was found, where it is no single value
    "found.nothing": "nothing",
    "found.two_ratios": "there are two, a preset and one of your own",
    # What may be chosen
    "choice": "{label} ({id})",
    "tier.strategic": "strategic",
    "tier.key": "key",
    "tier.ordinary": "ordinary",
    # Proofs of a definition
    "E_PROOF.band_unreachable.message": "No answers lead to the band “{band}”.",
    "E_PROOF.band_unreachable.hint": "Change its limit or the rules above it, or remove it.",
    "E_PROOF.gate_never_fires.message": "Gate {gate} can never apply.",
    "E_PROOF.gate_never_fires.hint": "Raise its limit, or remove the gate.",
    "E_PROOF.gate_without_effect.message": (
        "Gate {gate} never lowers a band: whenever it applies, the band is as low already."
    ),
    "E_PROOF.gate_without_effect.hint": "Lower its cap, or remove the gate.",
    "E_PROOF.gate_on_better_answer.message": (
        "Gate {gate} waits for an answer above 0, so a better answer can lower the band."
    ),
    "E_PROOF.gate_on_better_answer.hint": "Let it wait for 0, or for a low dimension.",
    "E_PROOF.limit_without_effect.message": "The limit {name} changes no result.",
    "E_PROOF.limit_without_effect.hint": "Change it, or remove the rule that uses it.",
    "E_PROOF.weight_without_effect.message": "The weight of {dimension} is 0: it has no effect.",
    "E_PROOF.weight_without_effect.hint": "Give it a weight, or remove the dimension.",
    "E_PROOF.weight_not_read.message": "The weight of {dimension} is not read by this model.",
    "E_PROOF.weight_not_read.hint": "Remove it.",
    "E_PROOF.no_module.message": "The dimension {dimension} leads to no module.",
    "E_PROOF.no_module.hint": "Add action.module: the page that shows how to improve it.",
    "E_PROOF.question_id.message": "The question is called {found} and must be {expected}.",
    "E_PROOF.question_id.hint": "Questions are numbered in order within their dimension.",
    "E_PROOF.anchors.message": "Question {question} has {count} anchors; it needs 4.",
    "E_PROOF.anchors.hint": "Write one sentence for each answer from 0 to 3.",
    "E_PROOF.anchor_words.message": (
        "Question {question}: anchor {level} has no words in {language}."
    ),
    "E_PROOF.anchor_words.hint": "Write it in every language.",
    # Where a value stands
    "place.at": "{path}: {message}",
    "place.within": "{name} in {place}",
    "place.row": "row {number} of {place}",
    "place.entry": "entry {number} of {place}",
    "place.cell": "line {line}, column {column}",
    "place.question": "{number} (“{text}”)",
    "name.standard_input": "Standard input",
    "reason.not_found": "there is no such file",
    "reason.not_readable": "it is no file that may be read",
    "reason.not_utf8": "it is not UTF-8 text",
}
