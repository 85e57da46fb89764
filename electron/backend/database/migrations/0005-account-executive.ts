/**
 * The form for account executives, version 1. Frozen: reviews and later versions refer to it.
 * Anchors stand from 1 to 5, Chinese first. Level 3 is done alone on live deals.
 */
type Anchor = readonly [zh: string, en: string];

const kpi = (ref: string, weightBp: number, facts: object) => ({
  ref,
  weightBp,
  ...facts,
  anchors: [],
  commentRule: null,
});

const judged = (
  ref: string,
  [nameZh, nameEn]: Anchor,
  { weightBp, anchors }: { weightBp: number; anchors: readonly Anchor[] },
) => ({
  ref,
  weightBp,
  nameZh,
  nameEn,
  anchors: anchors.map(([zh, en], index) => ({ score: index + 1, zh, en })),
  // Words are asked for where the score is low or the highest.
  commentRule: { upToMilli: 2000, fromMilli: 5000 },
});

const written = (ref: string, [nameZh, nameEn]: Anchor, [promptZh, promptEn]: Anchor) => ({
  ...{ ref, nameZh, nameEn, promptZh, promptEn },
  weightBp: 0,
  anchors: [],
  commentRule: null,
});

const results = {
  code: 'results',
  kind: 'kpi',
  nameZh: '业绩',
  nameEn: 'Results',
  weightBp: 6000,
  items: [
    kpi('bookings', 5000, {
      nameZh: '新签额',
      nameEn: 'Bookings',
      unit: 'money',
      direction: 'up',
      source: 'bookings',
      formulaZh: '期间内赢单商机的金额之和，对照期间内的指标。',
      formulaEn: 'Sum of the deals won in the period, against the quota of the period.',
    }),
    kpi('pipeline_created', 2000, {
      nameZh: '新增商机额',
      nameEn: 'Pipeline created',
      unit: 'money',
      direction: 'up',
      source: 'pipeline_created',
      formulaZh: '期间内新建的商机的金额之和，不论后来结果。',
      formulaEn: 'Sum of the deals opened in the period, whatever became of them.',
    }),
    kpi('win_rate', 1500, {
      nameZh: '赢率',
      nameEn: 'Win rate',
      unit: 'percent',
      direction: 'up',
      source: 'win_rate',
      formulaZh: '期间内赢单数 ÷（赢单数 + 输单数）。',
      formulaEn: 'Deals won ÷ (deals won + deals lost) in the period.',
    }),
    kpi('average_discount', 1500, {
      nameZh: '平均折扣',
      nameEn: 'Average discount',
      unit: 'percent',
      direction: 'down',
      source: 'typed',
      formulaZh: '赢单的平均折扣率，越低越好。',
      formulaEn: 'Average discount of the deals won; lower is better.',
    }),
  ],
};

const skills = {
  code: 'skills',
  kind: 'skill',
  nameZh: '能力',
  nameEn: 'Skills',
  weightBp: 2500,
  items: [
    judged('discovery', ['需求挖掘', 'Discovery'], {
      weightBp: 3000,
      anchors: [
        ['只介绍产品，不问客户现状', 'Pitches the product and asks nothing about the customer'],
        ['照清单提问，不追问', 'Asks from a list and does not follow up'],
        [
          '问出痛点，并与客户确认后果',
          'Surfaces the pain and confirms with the customer what it costs',
        ],
        [
          '问清决策流程、预算与各方利益',
          'Maps the decision process, the money and what each party has at stake',
        ],
        [
          '让客户重新看待自己的问题，并能教会同事',
          'Makes customers see their problem anew, and teaches colleagues to',
        ],
      ],
    }),
    judged('negotiation', ['谈判', 'Negotiation'], {
      weightBp: 2500,
      anchors: [
        ['客户一压价就让步', 'Gives way as soon as the price is pressed'],
        [
          '让步前会找主管，但拿不出交换条件',
          'Asks the manager before giving way, but has nothing to trade',
        ],
        ['每次让步都换回对等的条件', 'Trades every concession for something of equal worth'],
        [
          '谈之前想好底线、替代方案和让步次序',
          'Comes with a limit, an alternative and an order of concessions',
        ],
        [
          '把价格之争变成方案之谈，双方都愿意再合作',
          'Turns a fight over price into a talk about terms that both would repeat',
        ],
      ],
    }),
    judged('pipeline_hygiene', ['商机数据规范', 'Pipeline hygiene'], {
      weightBp: 2000,
      anchors: [
        ['商机靠主管催才更新', 'Updates deals only when chased'],
        [
          '阶段与金额大致对，下一步常空着',
          'Stage and amount are about right, the next step is often empty',
        ],
        [
          '每个在手商机都有下一步和可信的关单日',
          'Every open deal has a next step and a close date one can believe',
        ],
        ['变化当天更新，推迟写明原因', 'Records changes the same day, and why a date moved'],
        [
          '数据能直接用来做预测，并带动同事',
          'Keeps data that forecasts can rest on, and brings colleagues along',
        ],
      ],
    }),
    judged('product', ['产品知识', 'Product knowledge'], {
      weightBp: 1500,
      anchors: [
        ['基本功能说不清', 'Cannot explain the basic functions'],
        ['能讲功能，讲不出对客户的用处', 'Explains functions, not what they do for the customer'],
        [
          '能独立演示，答得上常见问题',
          'Gives a demonstration alone and answers the usual questions',
        ],
        [
          '能按行业场景组合方案，说得清与竞品的差别',
          'Fits solutions to the industry and compares rivals fairly',
        ],
        ['产品团队会来问意见，能培训新人', 'Is asked by the product team, and trains newcomers'],
      ],
    }),
    judged('multithreading', ['多线关系', 'Multithreading'], {
      weightBp: 1000,
      anchors: [
        ['只认识一个联系人', 'Knows one contact only'],
        ['认识两三人，但都在同一部门', 'Knows two or three, all in one department'],
        ['决策人、使用者、采购各有联系', 'Is in touch with the decider, the users and purchasing'],
        [
          '各方立场清楚，有内部支持者帮忙推动',
          'Knows where each stands and has a champion who pushes from inside',
        ],
        [
          '关键人变动也不影响商机，高层之间常有往来',
          'Deals survive when a key person leaves; executives on both sides meet',
        ],
      ],
    }),
  ],
};

const behavior = {
  code: 'behavior',
  kind: 'behavior',
  nameZh: '行为',
  nameEn: 'Behaviour',
  weightBp: 1500,
  items: [
    judged('customer_first', ['客户第一', 'Customer first'], {
      weightBp: 4000,
      anchors: [
        ['为成单承诺做不到的事', 'Promises what cannot be kept to close a deal'],
        ['客户催了才回应', 'Answers only when the customer chases'],
        ['说到做到，问题当天回应', 'Keeps promises and answers the same day'],
        ['主动发现客户的问题并协调解决', 'Finds customers’ problems first and gets them solved'],
        [
          '客户愿意转介绍，内外都以他为榜样',
          'Customers recommend them; others take them as the example',
        ],
      ],
    }),
    judged('collaboration', ['协作', 'Collaboration'], {
      weightBp: 3000,
      anchors: [
        ['信息不共享，互相推诿', 'Keeps information back and shifts blame'],
        ['有求才应', 'Helps when asked'],
        ['按时交接，信息完整', 'Hands over on time with all that is needed'],
        ['主动帮同事推进他们的商机', 'Helps colleagues’ deals forward unasked'],
        ['跨部门难题找他就能推动', 'Is who people turn to when departments are stuck'],
      ],
    }),
    judged('initiative', ['主动', 'Initiative'], {
      weightBp: 3000,
      anchors: [
        ['只做交代的事，还要催', 'Does what is told, and only when chased'],
        ['完成交代的事', 'Does what is told'],
        ['自己定计划并跟进到底', 'Makes own plans and sees them through'],
        ['看到机会先动手，再拉人一起做', 'Acts on chances first and brings others in'],
        ['提出并做成了团队沿用的新做法', 'Started ways of working that the team has kept'],
      ],
    }),
  ],
};

const words = {
  code: 'words',
  kind: 'text',
  nameZh: '总结与计划',
  nameEn: 'Summary and plan',
  weightBp: 0,
  items: [
    written(
      'summary',
      ['总评', 'Overall assessment'],
      [
        '一段话：这个期间最重要的结果是什么，靠什么做到，最该改的一件事是什么。',
        'One paragraph: what mattered most in the period, what made it happen, and the one thing to change.',
      ],
    ),
    written(
      'strength',
      ['优势', 'Strengths'],
      ['至多三条，写具体行为和影响。', 'At most three: what was done, and what it led to.'],
    ),
    written(
      'improvement',
      ['待改进', 'To improve'],
      [
        '至多三条，每条带行动、期限、负责人和支持。',
        'At most three, each with an action, a date, an owner and support.',
      ],
    ),
    written(
      'goal',
      ['下期目标', 'Next goals'],
      [
        '做什么、做到什么程度、到哪一天。权重合计 100%。',
        'What, how far, by which day. The weights add up to 100%.',
      ],
    ),
  ],
};

export const accountExecutiveTemplate = {
  sections: [results, skills, behavior, words],
  curve: [
    { attainmentMilli: 600, pointsMilli: 1000 },
    { attainmentMilli: 800, pointsMilli: 2000 },
    { attainmentMilli: 1000, pointsMilli: 3000 },
    { attainmentMilli: 1100, pointsMilli: 4000 },
    { attainmentMilli: 1200, pointsMilli: 5000 },
  ],
  bands: [
    { code: 'S', fromCenti: 450, nameZh: '卓越', nameEn: 'Outstanding' },
    { code: 'A', fromCenti: 375, nameZh: '超出期望', nameEn: 'Above expectations' },
    { code: 'B', fromCenti: 275, nameZh: '达到期望', nameEn: 'Meets expectations' },
    { code: 'C', fromCenti: 200, nameZh: '部分达到', nameEn: 'Partly meets expectations' },
    { code: 'D', fromCenti: 0, nameZh: '未达到', nameEn: 'Below expectations' },
  ],
  adjCapMilli: 300,
  selfCounts: false,
};
