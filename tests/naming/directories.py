"""A small directory with every kind of name, for the tests of this folder."""

from plan_cli.dataset.names import Directory, Group, Listed

BRANCH = "咸阳市生态环境局兴平分局"
DIRECTORY = Directory(
    departments=(
        Listed("市委宣传部", "党委", aliases=("xcb",)),
        Listed("市委党校", "党委", aliases=("dx",)),
        Listed("市委文明办", "党委", aliases=("市文明办", "文明办", "wmb")),
        Listed("市委督查室", "党委"),
        Listed("市督查室", "政府"),
        Listed(
            "市发改局",
            "政府",
            aliases=("fgj",),
            plates=("科技局", "粮食局"),
            full_name="兴平市发展和改革局",
        ),
        Listed("市工信局", "政府", aliases=("gxj",)),
        Listed("市财政局", "政府", aliases=("财政局", "czj")),
        Listed("市教育局", "政府"),
        Listed("市公安局", "政府"),
        Listed("市商务局", "政府"),
        Listed("市税务局", "政府"),
        Listed("市市场监管局", "政府", aliases=("市场监管局", "scjgj")),
        Listed(BRANCH, "驻地", aliases=("sthjj",)),
        Listed("店张街道", "镇办"),
        Listed("东城中心", "事业", plates=("展览馆",)),
        Listed("西城中心", "事业", plates=("展览馆",)),
    ),
    groups=(
        Group("各镇办", members=("店张街道",)),
        Group("市级相关部门", indefinite=True),
    ),
    prefixes=("市", "市委"),
    shared_aliases={"swj": ("市税务局", "市商务局"), "中心": ("东城中心", "西城中心")},
)
