"""What the pictures of calculators say in Chinese, for those who read instead of looking."""

from collections.abc import Mapping

PICTURES: Mapping[str, str] = {
    "list": "；",
    "pair": "{name}：{value}",
    # Decision chain
    "chain.alternative": "{people} 人，{arrows} 条影响关系。{each}。",
    "chain.person": "{name}（{roles}）：{attitude}，接触：{access}",
    "chain.arrow": "{to}（{strength}）",
    "chain.name": "人员",
    "chain.roles": "角色",
    "chain.influence": "影响力",
    "chain.effective": "有效影响力",
    "chain.attitude": "态度",
    "chain.access": "我方接触",
    "chain.owner": "我方负责人",
    "chain.arrows": "影响到",
    "attitude.-2": "反对我方",
    "attitude.-1": "冷淡",
    "attitude.0": "中立或不详",
    "attitude.1": "支持我方",
    "attitude.2": "拥护我方",
    "access.0": "无",
    "access.1": "见过",
    "access.2": "定期",
    "access.3": "畅通",
    # Docking matrix
    "grid.alternative": "{cells} 个单元格：{each}。",
    "grid.level": "层级",
    "grid.cell": "{owner} – {counterpart}：{state}",
    "grid.cell_backup": "{owner} – {counterpart}：{state}，有备份",
    "grid.nobody": "无人",
    "grid.in_time": "按时",
    "grid.late": "逾期",
    "grid.unknown": "上次联系不详",
    "grid.one_side": "仅一方有人",
    "grid.empty": "双方无人",
    # Funnel
    "funnel.alternative": "{each}。",
    "funnel.stage": "阶段",
    "funnel.count": "数量",
    "funnel.rate": "占首阶段",
    # Cash flow
    "flow.alternative": "起点为获客成本 {cost}；各年末累计：{each}。",
    "flow.each": "第 {year} 年：{total}",
    "flow.year": "年份",
    "flow.flow": "当年现值",
    "flow.total": "累计减获客成本",
    "flow.start": "起点",
    # Layers
    "layers.alternative": "{each}。",
    "layers.layer": "层",
    "layers.score": "得分",
    "layers.open": "生态圈已启用。",
    "layers.closed": "生态圈未启用。",
}
