"""What a report says in Chinese around its numbers: headings, notices, next steps."""

from collections.abc import Mapping

REPORT: Mapping[str, str] = {
    "sentence": "",
    "and": "、",
    "quote": "“{text}”",
    # The result in one look
    "result.unit": "分（满分 100）",
    "result.unit_severity": "分（满分 100，越高越严重）",
    "result.unit_stage": "阶段（共 {stages} 个）",
    "result.unit_value": "分综合价值（满分 100）",
    "result.incomplete": (
        "暂无总体结果：{dimensions}的答案太少。每个维度至少要有一半题目适用，"
        "且适用的题目至少答四分之三。"
    ),
    "result.incomplete_stage": "{certain}{dimensions}的答案太少，结果尚不完整。",
    "result.stage_certain": "目前可以确定的是第 {stage} 阶段。",
    "result.too_many_na": "没有总体结果：适用的维度合计权重不到一半。",
    "result.none": "没有结果",
    # Notices
    "notice.capped": "只看得分为“{band}”，因门槛降为“{cap}”。",
    "notice.programme": "工程不完整：{dimensions}几乎等于没有。",
    "notice.hollow": "第 {number} 阶段（{dimension}）看似很高，但前面有阶段未通过，不可倚靠。",
    "notice.blocked": "已设限制：无论得分如何，按“{band}”客户服务。",
    "notice.knock_out": "一票否决：无论得分如何，类别为“{band}”。",
    "notice.thin": "调研不足：请把本结果视为暂定。",
    "notice.open": "还有 {count} 题未作答。",
    "notice.not_applicable": "{count} 题不适用，未计入。",
    "notice.disagreement": "大家对{dimension}看法不一：行动之前请先讨论。",
    "notice.excluded": "{count} 份答卷不完整，未计入。",
    "notice.gates": "{total} 份答卷中有 {count} 份触发门槛 {gate}：{text}",
    # Scores
    "scores.heading": "得分",
    "scores.caption": "各维度得分，0 至 100",
    "scores.caption_severity": "各维度严重度，0 至 100，越高越严重",
    "scores.caption_group": "各维度平均分，0 至 100",
    "scores.dimension": "维度",
    "scores.score": "得分",
    "scores.weight": "权重",
    "scores.answered": "已答",
    "scores.answered_of": "{answered} / {applicable}",
    "scores.mean": "平均",
    "scores.range": "最高减最低",
    "scores.lowest": "最低",
    "scores.highest": "最高",
    "scores.na": "不适用",
    "scores.insufficient": "答案太少",
    "stages.caption": "信任之路，逐个阶段",
    "stages.alternative": "已通过 {stage} 个阶段，共 {stages} 个。{each}",
    "stages.each": "{dimension}：{score}。",
    # What is open
    "bounds.heading": "尚未确定的部分",
    "bounds.range": "答完未答的题目后，结果在 {lowest} 与 {highest} 之间。",
    "bounds.same": "无论未答的题目怎样回答，结果都是 {lowest}。",
    "bounds.none": "即使答完未答的题目也得不到结果：不适用的太多。",
    "bounds.ask": "请先答这一题，它最能缩小结果的范围：",
    "bounds.end": "{score}（{band}）",
    "bounds.stage": "第 {stage} 阶段",
    # The next step
    "next.heading": "下一步",
    "next.found": "以下 {count} 题各提高一级，结果即升为{result}；再少则不够。",
    "next.found_more": (
        "单题各提高一级还不够。以下题目合计提高 {count} 级，结果即升为{result}；再少则不够。"
    ),
    "next.item": "{question}从 {from}“{old}”到 {to}“{new}”。",
    "next.best": "已是最好的结果：请保持。",
    "next.best_severity": "已是最轻的程度：请继续观察。",
    "next.blocked": "限制未解除之前，任何答案都不会改变结果：请先解决限制。",
    "next.no_result": "结果完整之后才能指出下一步。",
    "next.out_of_reach": "仅靠改进已有的答案无法提升结果。",
    "actions.heading": "行动",
    # How sure
    "sure.heading": "结果有多可靠",
    "sure.text": (
        "权重是一种判断。各权重在上下 {spread}% 之内变动时，{samples} 种权重中有 {kept} 种"
        "（{share}%）给出相同的结果。"
    ),
    "sure.other": "其余结果为：{others}。",
    "sure.one": "“{band}”{count} 次",
    "sure.range": "此时{measure}在 {lowest} 与 {highest} 之间。",
    "thresholds.caption": "与各门槛值的距离",
    "thresholds.measure": "指标",
    "thresholds.value": "数值",
    "thresholds.limit": "门槛值",
    "thresholds.band": "用于",
    "thresholds.distance": "距离",
    "measure.overall": "总分",
    "measure.prospect": "前景",
    "measure.comprehensive_value": "综合价值",
    # Groups
    "group.text": "{n} 份完整答卷。{text}",
    "group.bands": "各种结果的答卷数",
    "group.band": "结果",
    "group.count": "答卷数",
    "group.questions": "每题的答案，分歧最大的在前",
    "group.question": "题目",
    "group.na": "不适用",
    "group.open": "未答",
    # Details
    "details.working": "计算过程，逐步列出",
    "details.about": "关于本结果",
    "about.tool": "工具：{title}（{tool}），版本 {version}",
    "about.definition": "定义：{hash}",
    "about.engine": "引擎：版本 {engine}",
    "cautions.heading": "提醒",
    "result.heading": "结果",
    "table.name": "名称",
    "table.value": "数值",
    "value.yes": "是",
    "value.no": "否",
    "value.none": "–",
}
