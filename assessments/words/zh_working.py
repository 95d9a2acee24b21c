"""The steps of the working in Chinese: each can be redone by hand from its own numbers."""

from collections.abc import Mapping

WORKING: Mapping[str, str] = {
    # Dimensions
    "working.dimension": (
        "{dimension}：{answered} 题共得 {points} 分，"
        "100 × {points} ÷ (3 × {answered}) = {unrounded}，取 {score}。"
    ),
    "working.dimension_na": "{dimension}：{items} 题均不适用，不计分。",
    "working.dimension_mostly_na": (
        "{dimension}：{items} 题中有 {na} 题不适用，超过一半，不计分。"
    ),
    "working.dimension_insufficient": (
        "{dimension}：适用的 {applicable} 题中只答了 {answered} 题，不足 75%，不计分。"
    ),
    # The overall score
    "working.incomplete": "没有总分：{dimensions}的答案太少。",
    "working.too_many_na": "没有总分：有分维度的权重为 {weights}，不到合计 {total} 的一半。",
    "working.weights_shared": (
        "不适用：{dimensions}。其余权重为 {weights}（合计 {total}），总分除以 {weights}。"
    ),
    "working.overall": (
        "总分：({terms}) ÷ {weights} = {unrounded}，取 {score}。每一项为权重 × 未取整的得分。"
    ),
    "working.band": "{score} 落在“{band}”档，该档从 {from} 起。",
    # Gates
    "working.gate_dimension_fired": (
        "门槛 {gate} 生效：{dimension}为 {score}，低于 {below}。最高只能到“{cap}”。"
    ),
    "working.gate_dimension_passed": (
        "门槛 {gate} 未生效：{dimension}为 {score}，不低于 {below}。"
    ),
    "working.gate_dimension_rested": "门槛 {gate} 不判断：{dimension}没有得分。",
    "working.gate_question_fired": (
        "门槛 {gate} 生效：“{question}”的答案是 {equals}。最高只能到“{cap}”。"
    ),
    "working.gate_question_passed": (
        "门槛 {gate} 未生效：“{question}”的答案是 {answer}，不是 {equals}。"
    ),
    "working.gate_question_rested": "门槛 {gate} 不判断：“{question}”未作答或不适用。",
    "working.capped": "“{band}”降为“{cap}”。",
    "working.part_missing": (
        "{dimension}为 {score}，低于 {below}：这一部分缺失。最高只能到“{cap}”。"
    ),
    "working.parts_present": "有分的各部分均不低于 {minimum}，没有缺失。",
    # Stages
    "working.stage_passed": "第 {number} 阶段，{dimension}：{score} 达到 {limit}，通过。",
    "working.stage_not_passed": "第 {number} 阶段，{dimension}：{score} 低于 {limit}，未通过。",
    "working.stage_hollow": (
        "第 {number} 阶段，{dimension}：{score} 达到 {limit}，但前面有阶段未通过，"
        "属于空心阶段，不计入。"
    ),
    "working.stage_unknown": "第 {number} 阶段，{dimension}：没有得分，计数到此为止。",
    "working.stage": "从第一阶段起连续通过的阶段数：{stage}。",
    "working.progress": (
        "到下一阶段的进度：{unrounded} ÷ {limit} × 100，最多 100，取 {progress}。"
    ),
    "working.stage_incomplete": "每个阶段都有得分后结果才算完整；目前的计数只表示已经确定的部分。",
    # Tiers and classes
    "working.test_reached": "{measure}为 {value}，达到“{band}”要求的 {limit}。",
    "working.test_missed": "{measure}为 {value}，距“{band}”要求的 {limit} 还差 {lacking}。",
    "working.tier": "按以上判断，级别为“{band}”。",
    "working.blocked": "已设限制（{flags}）：无论得分如何，级别为“{band}”。",
    "working.class_incomplete": "没有类别：{dimensions}没有得分，而各项分析缺一不可。",
    "working.prospect": "前景：({terms}) ÷ {weights} = {unrounded}，取 {score}。",
    "working.comprehensive_value": ("综合价值：({terms}) ÷ {weights} = {unrounded}，取 {score}。"),
    "working.class": "按以上判断，类别为“{band}”。",
    "working.knocked_out": "一票否决：无论得分如何，类别为“{band}”。",
    "working.research_thin": "调研不足：结果为暂定。",
    # Groups
    "working.group_dimension": "{dimension}：{count} 个得分合计 {sum}，{sum} ÷ {count} = {mean}。",
    "working.group_few": "{dimension}：有得分的不足三人，因此不作说明。",
    "working.group_overall": "总分：{count} 个得分合计 {sum}，{sum} ÷ {count} = {mean}。",
}
