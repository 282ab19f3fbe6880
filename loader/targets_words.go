package loader

// The vocabulary of targets. It is the general language of Chinese plans; each list says what
// its words do to a figure near them.

// comparatorWords stand directly before a figure and compare with it.
var comparatorWords = newWordTable(
	valued[string]{">=", `不得少于 不得低于 不少于 不低于 不小于 至少 最少`},
	valued[string]{"<=", `不得超过 不超过 不超 不高于 不大于 不多于 控制在 控制到`},
	valued[string]{">", `超过 突破 大于 高于 多于 超出 超 逾`},
	valued[string]{"<", `低于 少于 小于 不足 不到`},
)

// levelWords stand before a figure and say that a level is reached.
var levelWords = words(`达到 达 达成 稳定在 保持在 维持在 提高到 提升到 提高至 提升至 增加到 增加至 增长到 增长至
	扩大到 扩大至 上升到 上升至 增至 升至 提至 降到 降至 降低到 降低至 下降到 下降至 减少到 减少至 减到 减至 减为 压缩到 压缩至
	缩短到 缩短至 压减到 压减至 压缩在 缩减到 缩减至 提前到 为 是 有 占 保持 稳定 拓展到 拓展至 扩展到 增加为 位居 进入
	居 位列 跻身 列 进入全国 位居全国 进入全省 完成 实现 占到 在 发展到 发展至 达至 延伸至 控制 至 到`)

// rankScopes stand between a metric and a rank: 进入全国前10位.
var rankScopes = words(`全国 全省 全市 全球 世界 国内 国际 全国同类城市 中部 西部 东部 全区 全国省会城市 副省级城市 中西部 长三角`)

// changeWords stand before a figure and say by how much a level changes. They stay in the metric
// of a rate.
var changeWords = words(`增长 增加 提高 提升 下降 降低 减少 压缩 缩短 压减 上升 增幅 降幅 翻 递增 削减 节约 递减
	同比增长 年均增长 同比提高`)

// fillWords stand between a metric and its figure and say nothing of either.
var fillWords = words(`累计 总计 合计 共计 共 总共 分别 均 各 约 近 将近 力争 确保 争取 新增 净增 再 年均 每年 全部
	整体 总体 平均 基本 大约 数量 数 新 每年新增 年新增 累计新增 要 将 应 可 则 都 也 已 就 能 分别新增 同比 再新增 每年度
	每季度 每月 每年至少 原则上 一般 各新增 最终 逐步 分别累计 累计分别`)

// makingVerbs say that what is counted is made, won or served by the plan. Those that tell one
// metric from another (牵头起草, 参与制定) are missing on purpose: they stay in the metric.
var makingVerbs = words(`新增 新增加 净增 新建 建成 建设 建立 创建 新创建 培育 培养 引进 引育 打造 制定 制(修)订
	制修订 修订 研制 编制 发布 出台 开展 实施 组织 举办 承办 推出 认定 评选 遴选 选树 设立 组建 成立 形成 完成
	实现 发展 孵化 集聚 聚集 吸引 招引 落地 签约 投放 发放 推广 改造 开工 新开工 竣工 投产 建成投产 核准 储备 谋划
	策划 争取 获得 获批 争创 创成 入选 获评 新获批 新认定 新培育 新培育认定 支持 服务 帮扶 培训 轮训 选派 派出 招聘
	招募 开发 提供 解决 配备 配置 布局 部署 扩建 新改建 改扩建 完善 覆盖 接入 上线 转化 立项 推动 推进 扶持 壮大
	整合 梳理 推荐 选择 筛选 打通 治理 修复 整治 创作 收储 保障 归集 取得 帮助 淘汰 关停 化解 新设 增设 恢复 加快
	筹建 筹集 供应 输出 输送 新编制发布 统筹开发 培养和引进 引进和培养 培育和引进 构建 选育 命名 授予 建强 做强 提质
	评定 验收 新组建 新发布 新制定 试点 推介 遴选出 集成 汇聚 招收 选聘 聘请 选拔 举行 召开 印发 撬动 带动 拉动 促成 达成
	办好 做好 抓好 出版 建好 种植 改建 新改扩建 抓实 排查 抽查 检查 监测 抽检 检测 查处 创新 建档 归档 登记 引入 投入 融资
	迁建 完工 打好 落实 落户 改良 增加 减少 扩大 统筹 安置 救助 建造 装配 更新 淘汰更新 提升 升级 申报 新获 搭建 汇编
	宣传 普及 推选 新签约 新引进 新建成 新推出 新入库 新入统 新签 建成使用 开通 开行 开设 增开 扩容 发掘
	突破 攻克 研发 掌握 主办 新增培育 新增建设 新增认定 推动制定 完成制定 组织实施 组织开展 承接 转移 转化落地 储备实施
	组织制定 创办 领办 示范 遴选培育 分级培育 梯度培育 招录 培树 选出 评出 推评 推广应用 建设完善 完善提升 提档升级 运营 启动
	开工建设 投用 建成投用 引进培育 培育引进 培育壮大 培育发展 发展壮大 挖掘 征集 收集 制作 编写 编印 研究制定 修订完善 编制发布
	制定发布 发布实施 制定实施 起草 惠及 减排`)

// softVerbs say little by themselves: they make a figure an aim only with a comparator.
var softVerbs = words(`支持 推动 推进 加快 服务 带动 完善 保障 覆盖 提升 提供 帮助 统筹 落实 增加 减少 扩大 治理 创新 宣传 示范 突破 融资
	投入 做好 抓好`)

// aimWords open a clause that states an aim, before its verb.
var aimWords = words(`力争 确保 争取 努力 其中 并 同时 将 要 再 新 共 积极 大力 全力 着力 重点 加快 持续 进一步 逐步
	推动 推进 支持 引导 鼓励 指导 帮助 每年 年均 全年 今年 年内 当年 全部 全面 实现 完成 组织 使 累计 总计 共计 分别 至少
	不少于 不低于 每年度 每季度 每月 每 继续 深入 统筹 另 还 也 及 以及 和 与 或 且 、 努力实现 分批 分期 有序
	年度 常态化 高质量 高水平 优先 分年度 平均每年 原则上 高标准 倾力 聚力 奋力 合力 精心 切实 稳步 主动 力求 计划 拟 预计
	初步 有效`)

// pastWords tell an achievement from an aim.
var pastWords = words(`近年来 近两年 近三年 近五年 近几年 近3年 近5年 截至目前 截至 目前 现有 已有 已建 已建成 已形成 已培育 已累计 已达 已成 已完成 已制定 已发布
	已获 累计已 去年 上年末 共有 以来, 先后 曾 过去 已开展 已创建 已承担 已认定 已制 已主导 已参与 已超过 已突破
	已压缩 已缩短 已降 已提高 已提升 已增`)

// grantWords belong to subsidies, charges and taxes, whose figures are rules and no aims.
var grantWords = words(`给予 奖励 奖补 补贴 补助 补偿 资助 贴息 减免 免征 征收 减按 税率 缴纳 缴存 缴费 返还 抵扣
	扣除 首付 首套 首贷利率 贷款利率 利率下限 限额 贷款额度 担保额度 提取额度 资金额度 保证金 违约金 罚款 滞纳金 收费标准 收取 上浮 下浮 上调 下调 优惠 折扣
	预付款 结算款 标准发放 最高 上限 计算 计征 计息 支付比例 报销 扶持资金 让利 定额 减征 减收 折 预拨 代偿 放大倍数 首次
	罚息 免收 费补 财政承担 企业承担 个人承担 承担费用 核定 退税 退还 预留 工资 报价 放宽至 放宽到 放宽为`)

// designWords belong to building and planning rules.
var designWords = words(`权重 计入 投影 层高 配建 配比 容积率 去化周期 分值 不应 不宜`)

// perHeadWords before a sum make it a rate of payment.
var perHeadWords = words(`每人 每户 每月 每亩 每家 每个 每台 每套 每件 每次 单个 单笔 每场 每项 人均补 标准 亩均`)

// moneyWords are what sums of money measure when they are aims.
var moneyWords = words(`投资 产值 规模 收入 营收 总额 增加值 销售额 交易额 成交额 融资 贷款 放款 授信 投放 保费 总值
	GDP 进出口 出口 外资 利润 税收 经济 消费 零售 投入 资产 市值 担保 债券 专项债 成本 减负 余额 存款 生产率 资金到位 招商 签约
	引资 产业 贸易 价值 合同额 信贷 支出 业务 消费额 营业额 基金`)

// delayWords are what durations measure when they are aims.
var delayWords = words(`缩短 压缩 压减 控制在 周期 时限 时间 提速 平均 时长 办结率 响应 缩减`)

// termWords make a duration a term of a rule.
var termWords = words(`合同 有效期 试用期 补贴 享受 施行 延长 毕业 届满 补缴 缴纳 期满 满 连续 后 贷款 借款 限期 见习
	征求意见 延期 建设周期 创建周期 试点周期 疫情 解除 无本土 接种 工龄 任期 保修 质保 备案 公示 反馈 申请 受理之日 之日起 书面 自收到 收到 前向 报送`)
