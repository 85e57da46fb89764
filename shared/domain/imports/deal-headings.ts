import type { DealField } from './import-fields.ts';

/**
 * Headings of deal exports (Salesforce, HubSpot, Pipedrive, 纷享销客, 销售易 and common sheets), the
 * most telling first. Words for the deal itself (商机, opportunity, deal) may stand before any of them.
 */
export const DEAL_HEADINGS: Readonly<Record<DealField, string>> = {
  external_id:
    'id, 编号, record id, opportunity number, 数据id, 唯一性id, 单号, number, external id, 外部编号',
  name: 'name, 名称, title, 商机名称, 机会名称, 销售机会, 主题, 项目名称, 项目, project name, project, 商机, deal, opportunity',
  account_name:
    'account name, account, 客户名称, 客户, 公司名称, 公司, company name, company, organization, organisation, organization name, customer, customer name, client, client name, associated company, primary associated company, primary company, 关联客户, 所属客户, 客户全称, 最终客户, 单位名称',
  account_external_id:
    'account id, 客户编号, 客户id, company id, organization id, customer id, associated company ids, primary associated company id, 客户代码',
  contact_name:
    'contact name, contact, 联系人, 主要联系人, 联系人姓名, primary contact, contact person, associated contact, associated contacts, 客户联系人, 关键联系人',
  owner_name:
    'owner, owner name, 负责人, 所有人, 销售负责人, 销售, 销售人员, 销售代表, 业务员, 客户经理, sales agent, sales rep, sales representative, salesperson, sales person, rep, account executive, account manager, assigned to, owner full name, 归属人, 跟进人, 责任人, 所属销售, 负责人姓名, owner alias',
  owner_email: 'owner email, 负责人邮箱, 所有人邮箱, sales rep email, 销售邮箱',
  pipeline: 'pipeline, pipeline name, 销售流程, 流程, 业务流程, 销售管道, 管道, sales process',
  stage:
    'stage, stage name, 阶段, 销售阶段, 商机阶段, 机会阶段, 当前阶段, 阶段名称, sales stage, pipeline stage, 销售进程, 进展阶段',
  status: 'status, 状态, 赢单状态, 结果, 商机状态, 成交状态, state, is won, won',
  amount:
    'amount, value, 金额, 商机金额, 预计成交金额, 预计销售金额, 预计签约金额, 预计金额, 预估金额, 预期金额, 销售金额, 预计合同金额, 预计签单金额, 项目金额, 机会金额, expected amount, expected value, estimated value, est value, total value, estimated revenue, est revenue, amount in company currency, tcv, 预计收入',
  closed_amount:
    'close value, closed amount, won amount, 成交金额, 实际成交金额, 赢单金额, 实际金额, 签约金额, 实际签约金额, 合同金额, 实际销售金额, actual amount, actual value, actual revenue, closed won amount',
  currency:
    'currency, 币种, 货币, 币别, currency of value, currency iso code, currency code, amount currency, 结算币种, 交易币种',
  probability:
    'probability, 赢率, 可能性, 成功率, 赢单率, 成交概率, 赢单概率, 概率, win probability, forecast probability, 成交可能性, 预计赢率, 机会可能性, 把握度, win likelihood',
  forecast_category:
    'forecast category, forecast category name, 预测类别, 预测类型, 预测分类, forecast type',
  expected_close_on:
    'expected close date, 预计成交日期, 预计签约日期, 预计签单日期, 预计结单日期, 预计关闭日期, 预计成单日期, 预计完成日期, 预计成交时间, 预计签约时间, 预计签单时间, 预计结单时间, 预计关单日期, 期望成交日期, 预期签单日, estimated close date, est close date, expected close, expected closing date, expected closing, target close date, forecast close date, 预计落单日期',
  close_on: 'close date, 结单日期, 关闭日期, 关单日期, closing date, 结单时间, 关闭时间',
  closed_on:
    'actual close date, closed date, closed on, 成交日期, 实际成交日期, 实际结单日期, 实际完成日期, 签约日期, 签单日期, 成交时间, 签约时间, closed at, date closed, actual closing date',
  won_on: 'won time, won date, 赢单日期, 赢单时间, date won, closed won date, won on',
  lost_on:
    'lost time, lost date, 输单日期, 输单时间, 丢单日期, 丢单时间, date lost, closed lost date, lost on',
  created_on:
    'created date, create date, 创建时间, 创建日期, created, created at, created on, date created, date added, 建立日期, 录入日期, 录入时间, create time, creation date, 发现日期, 立项日期, 登记日期, added on',
  opened_on:
    'engage date, engaged on, open date, opened on, start date, 开始日期, 启动日期, qualified date, 开始时间, 转商机日期',
  stage_entered_on:
    'last stage change date, stage entered on, last stage change, 阶段变更时间, 阶段变更日期, 阶段更新时间, 进入当前阶段时间, 进入阶段时间, 阶段开始时间, stage change date, stage changed on, date entered current stage, 阶段推进日期, 推进日期',
  last_activity_on:
    'last activity date, last activity, 最后跟进时间, 最近跟进时间, 最近跟进日期, 最后跟进日期, 最新活动时间, 最近活动时间, 最近活动记录时间, 最近联系时间, 最后联系时间, last contacted, last contact date, last activity on, last touch, 最近拜访时间, 最新跟进时间',
  next_step:
    'next step, next steps, 下一步, 下一步计划, 下一步行动, 下步计划, 后续计划, next action, 下一步工作',
  next_step_on:
    'next activity date, next step date, 下次跟进时间, 下次跟进日期, 下次联系时间, 下次活动时间, 下一步时间, 下次沟通时间, next activity, next contact date, next follow up, 下一步日期',
  source:
    'lead source, source, 来源, 商机来源, 机会来源, 线索来源, 客户来源, original source, source channel, 渠道来源',
  type: 'type, 类型, 商机类型, 机会类型, 业务类型, record type, opportunity record type',
  loss_reason:
    'loss reason, lost reason, 输单原因, 丢单原因, 失败原因, closed lost reason, reason lost, reason for loss, 流失原因, 输单理由',
  loss_note: 'lost notes, loss description, 输单描述, 输单说明, 丢单说明, 输单备注, loss note',
  competitor:
    'competitor, competitors, main competitor, main competitors, 竞争对手, 主要竞争对手, 竞品, 竞争厂商',
  product_name:
    'product, product name, 产品, 产品名称, 意向产品, 关联产品, 商品, 产品线, products, line item, 需求产品',
  description:
    'description, 备注, 描述, 说明, notes, note, remark, remarks, comments, 项目描述, 商机描述, 详细描述',
};
