import type { AccountField, ActivityField, PersonField, ProductField } from './import-fields.ts';

/** Headings of account exports; 客户, 公司, account, company or organization may stand before any. */
export const ACCOUNT_HEADINGS: Readonly<Record<AccountField, string>> = {
  external_id:
    'id, 编号, 客户编号, record id, 客户代码, account number, customer id, 数据id, 唯一性id, external id',
  name: 'name, 名称, 客户名称, 公司名称, account name, company name, account, company, 客户, 公司, 客户全称, 全称, 企业名称, 单位名称, organization, organisation, customer, customer name',
  short_name: '简称, 客户简称, short name, 公司简称',
  parent_name:
    'parent account, parent company, subsidiary of, parent, 上级客户, 母公司, 所属集团, 集团, 上级公司, 上级单位, parent account name',
  industry: 'industry, sector, 行业, 所属行业, 一级行业, vertical, 客户行业',
  type: 'type, 类型, 客户类型, 客户性质',
  level: 'level, tier, 客户级别, 客户等级, 级别, 等级, rating, 客户分级, 重要程度',
  source: 'source, 来源, 客户来源, lead source, account source, original source',
  owner_name:
    'owner, 负责人, 所有人, account owner, company owner, owner name, 客户经理, 销售, 业务员, 跟进人, 归属人, 销售负责人',
  region:
    'region, 区域, 地区, 省份, 省, province, state, state region, billing state, 所在地区, 所属区域, territory, 大区',
  country: 'country, 国家, office location, country region, billing country, 国家地区, 国家及地区',
  city: 'city, 城市, 市, billing city, 所在城市',
  address:
    'address, 地址, 详细地址, 公司地址, billing address, street address, billing street, 办公地址',
  website: 'website, website url, 官网, 网址, 网站, company domain name, domain, url, 公司网址',
  phone: 'phone, phone number, 电话, 联系电话, 公司电话, 手机, telephone, tel, 总机',
  email: 'email, 邮箱, 电子邮箱, 邮件, e-mail',
  employees:
    'employees, number of employees, 员工人数, 员工规模, 人员规模, 公司规模, 员工数, headcount, 总人数, 人数, 规模',
  annual_revenue:
    'annual revenue, revenue, 年营收, 年营业额, 营业收入, 年收入, 年销售额, 年产值, 营业额',
  tax_no:
    '统一社会信用代码, 纳税人识别号, 税号, tax id, vat number, 信用代码, 社会信用代码, 纳税识别号',
  founded_year:
    'year established, year founded, 成立年份, founded, founded year, 成立时间, 成立日期',
  created_on:
    'created date, create date, 创建时间, 创建日期, created, created at, created on, date created',
  last_activity_on:
    'last activity date, last activity, 最后跟进时间, 最近跟进时间, 最近跟进日期, last contacted, 最后联系时间, 最近联系时间',
  description: 'description, 备注, 描述, 说明, notes, remark, remarks, 简介, 公司简介, about us',
};

/** Headings of staff and team lists. */
export const PEOPLE_HEADINGS: Readonly<Record<PersonField, string>> = {
  external_id: '工号, 员工编号, employee id, id, user id, employee number, 员工id, 编号, staff id',
  name: 'name, 姓名, sales agent, full name, 员工姓名, 销售, 销售人员, sales rep, rep, 成员, user name, agent, member, 销售姓名, 用户姓名, salesperson, employee, 业务员, 名字, display name',
  email: 'email, 邮箱, e-mail, email address, 电子邮箱, 工作邮箱, work email, 企业邮箱',
  phone: 'phone, mobile, 手机, 手机号, 手机号码, 联系电话, 电话, mobile phone, 联系方式',
  title: 'title, job title, 职位, 职务, 岗位, position, role, 岗位名称, 职务名称',
  role_level: '职级, 岗位级别, level, grade, 级别, 等级, job level',
  team: 'team, 部门, 团队, 所属部门, department, sales team, 小组, 组别, 所属团队, 主属部门, group, 销售团队, 组织',
  manager_name:
    'manager, 直属上级, 主管, 上级, 直接上级, manager name, 汇报对象, reports to, 经理, supervisor, 销售经理, 团队负责人, team lead, 部门负责人, 汇报人',
  region:
    'region, regional office, 区域, 大区, 地区, office, 办公室, 城市, 办事处, location, 工作地点, territory',
  joined_on:
    '入职日期, 入职时间, hire date, joined on, date hired, start date, date joined, 到岗日期, 入司日期, 加入日期',
  left_on: '离职日期, 离职时间, termination date, leave date, left on, end date, last day',
  is_active: '状态, active, is active, 在职状态, 是否在职, status, 员工状态, 启用状态, 是否启用',
};

/** Headings of price lists and product exports; 产品 or product may stand before any. */
export const PRODUCT_HEADINGS: Readonly<Record<ProductField, string>> = {
  external_id:
    'sku, product code, 产品编号, 产品编码, 编码, 编号, id, 料号, product id, code, 商品编码, 货号',
  name: 'name, product, 产品, 产品名称, product name, 商品名称, 品名, 名称, 商品',
  family:
    'family, series, product family, 系列, 产品线, 产品系列, category, 类别, 分类, 产品类别, 产品分类, product line, type, 类型',
  list_price:
    'list price, price, sales price, unit price, 单价, 价格, 标价, 标准价格, 标准售价, 销售单价, 目录价, 售价, 零售价, standard price, 标准单价, 报价',
  currency: 'currency, 币种, 货币, 币别, currency iso code',
  unit: 'unit, 单位, 计量单位, unit of measure, uom, 销售单位',
  is_active: 'active, is active, 状态, 上架状态, 是否上架, status, 是否启用, 启用状态',
  description:
    'description, 备注, 描述, 说明, notes, 产品描述, 规格, 规格型号, product description',
};

/** Headings of activity, task and visit logs; 活动, 跟进, 拜访, activity or task may stand before any. */
export const ACTIVITY_HEADINGS: Readonly<Record<ActivityField, string>> = {
  external_id: 'id, 编号, activity id, task id, record id, 活动编号, 记录编号, 数据id',
  kind: 'type, 类型, 活动类型, 跟进方式, 跟进类型, activity type, kind, 拜访类型, 沟通方式, 记录类型, 销售记录类型, task subtype, 拜访方式, 联系类型, 方式',
  subject: 'subject, 主题, 标题, title, 活动主题, 任务主题, 活动名称, 任务名称, name',
  content:
    'content, 内容, 跟进内容, 活动内容, 活动记录内容, 沟通内容, 拜访内容, 记录内容, 跟进记录, 销售记录内容, note, notes, body, description, comments, 详情, 备注, 拜访总结, full comments, 描述',
  happened_at:
    'activity date, 跟进时间, 跟进日期, 活动时间, 活动日期, 拜访时间, 拜访日期, 发生时间, 沟通时间, date, 日期, 时间, start time, 开始时间, 开始日期, start date, due date, 截止日期, start, datetime, timestamp, activity time, 发布时间, marked as done time, 完成时间, created date, create date, 创建时间, 创建日期, created at, created',
  ended_at: 'end time, 结束时间, end date, 结束日期, end',
  owner_name:
    'owner, 负责人, 跟进人, assigned to, assigned to user, 拜访人, 执行人, 发布人, 所有人, assigned, 记录人, 活动人, 销售, 业务员, sales agent, sales rep, user, 创建人, created by, 参与人',
  deal_name:
    'deal, opportunity, 商机, 关联商机, 商机名称, 销售机会, 销售机会名称, deal name, deal title, opportunity name, 所属商机, associated deal, related to, 关联销售机会',
  deal_external_id: '商机编号, opportunity id, deal id, 商机id, what id, 销售机会编号',
  account_name:
    'account, account name, 客户, 客户名称, 关联客户, 公司, 公司名称, company, company name, organization, 所属客户, 拜访客户, company account, customer',
  contact_name:
    'contact, contact name, 联系人, 联系人姓名, contact person, person, 拜访对象, 客户联系人',
  status: 'status, 状态, done, 完成状态, 是否完成, 任务状态, 活动状态, task status, 是否已完成',
  outcome: 'outcome, 结果, 跟进结果, 拜访结果, call outcome, result, call result, 沟通结果',
  duration_minutes:
    'duration, 时长, 通话时长, 持续时间, duration minutes, 拜访时长, duration in minutes',
  direction: 'direction, 方向, 呼叫方向, call direction, call type',
  location: 'location, 地点, 拜访地点, 签到地点, 签到地址, place, 地址',
};
