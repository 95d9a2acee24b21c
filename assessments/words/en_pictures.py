"""What the pictures of calculators say in English, for those who read instead of looking."""

from collections.abc import Mapping

PICTURES: Mapping[str, str] = {
    "list": "; ",
    "pair": "{name}: {value}",
    # Decision chain
    "chain.alternative": (
        "{people} {people:person|people} and {arrows} {arrows:arrow|arrows} of influence. {each}."
    ),
    "chain.person": "{name} ({roles}): {attitude}, access: {access}",
    "chain.all_influences": "Influence: {each}.",
    "chain.influences": "{of} on {to} ({strength})",
    "chain.more": "The table names everybody.",
    "chain.contact": "Our contact: {owner}",
    "chain.arrow": "{to} ({strength})",
    "chain.name": "Person",
    "chain.roles": "Roles",
    "chain.influence": "Influence",
    "chain.effective": "Effective influence",
    "chain.attitude": "Attitude",
    "chain.access": "Our access",
    "chain.owner": "Our contact",
    "chain.arrows": "Influences",
    "attitude.-2": "opposes us",
    "attitude.-1": "cool",
    "attitude.0": "neutral or not known",
    "attitude.1": "supports us",
    "attitude.2": "champions us",
    "access.0": "none",
    "access.1": "met",
    "access.2": "regular",
    "access.3": "open",
    # Docking matrix
    "grid.alternative": "{cells} {cells:cell|cells}: {each}.",
    "grid.level": "Level",
    "grid.cell": "{names}: {state}",
    "grid.names": "{owner} – {counterpart}",
    "grid.backed_up": "{state}, with back-up",
    "grid.nobody": "nobody",
    "grid.in_time": "in time",
    "grid.late": "late",
    "grid.unknown": "last contact unknown",
    "grid.one_side": "one side only",
    "grid.empty": "nobody named",
    "grid.not_planned": "not planned",
    # Funnel
    "funnel.alternative": "{each}.",
    "funnel.stage": "Stage",
    "funnel.count": "Number",
    "funnel.rate": "Of the first stage",
    "funnel.step": "Of the stage before",
    "funnel.goes_on": "{rate} go on",
    "funnel.goes_on_least": "{rate} go on: the weakest step",
    "funnel.weakest_is": "The weakest step: {from} → {to}, {rate}.",
    # Cash flow
    "flow.alternative": (
        "Starts at {cost} for winning the customer; sum at the end of each year: {each}."
    ),
    "flow.each": "year {year}: {total}",
    "flow.even": "Earned back in year {year}.",
    "flow.year": "Year",
    "flow.flow": "Today’s value of the year",
    "flow.total": "Sum less the cost of winning",
    "flow.start": "Start",
    # Layers
    "layers.alternative": "{each}.",
    "layers.each": "{layer}: {score} ({state})",
    "layers.layer": "Layer",
    "layers.score": "Score",
    "layers.state": "State",
    "layers.strong": "strong",
    "layers.middle": "in between",
    "layers.weak": "weak",
    "layers.missing": "no score",
    "layers.open": "The ecosystem ring is open.",
    "layers.closed": "The ecosystem ring is not open.",
}
