import type { StageKind } from '#shared/domain/deals/stage.ts';
import { foldForSearch } from '#shared/domain/text/search-text.ts';

export type ActivityKind = 'call' | 'email' | 'wechat' | 'visit' | 'meeting' | 'note' | 'task';

const NEGATED = /未成交|未赢|没有成交|待成交|即将成交|成交意向|预计成交|not won/;
const LOST =
  /输单|丢单|失败|流失|败单|战败|作废|取消|无效|关闭失败|closed lost|\blost\b|cancell?ed|disqualified|abandoned|\bdead\b/;
const WON = /赢单|成交|成功|已签约|签约完成|中标|closed won|\bwon\b|赢得|已签单/;

const ACTIVITY_WORDS: ReadonlyArray<readonly [ActivityKind, RegExp]> = [
  ['wechat', /微信|wechat|weixin|企微/],
  ['email', /邮件|邮箱|e-?mail|\bmail\b/],
  ['call', /电话|致电|通话|呼叫|去电|来电|\bcall\b|phone|dial/],
  ['visit', /拜访|到访|走访|上门|外勤|visit|on-?site|面访|出差/],
  [
    'meeting',
    /会议|会谈|面谈|演示|meeting|demo|presentation|appointment|视频|lunch|event|交流会|洽谈/,
  ],
  ['task', /任务|待办|\btask\b|to-?do|deadline/],
  ['note', /备注|记录|笔记|\bnote\b|comment|其他|other|跟进/],
];

const YES =
  /^(?:是|已|有|对|y|yes|true|t|1|✓|√|on|active|enabled?|启用|在职|有效|已完成|完成|done|completed?|held|上架|正常)$/;
const NO =
  /^(?:否|未|无|不|n|no|false|f|0|×|✗|off|inactive|disabled?|停用|离职|无效|未完成|planned|not held|open|下架|待办|进行中|not started|in progress)$/;

/** What a stage's name says about it: '赢单', 'Closed Won' → won; '输单', 'Lost' → lost; else open. */
export function stageKindOf(name: string): StageKind {
  const folded = foldForSearch(name);
  if (LOST.test(folded)) return 'lost';
  return WON.test(folded) && !NEGATED.test(folded) ? 'won' : 'open';
}

/** The kind of activity a word stands for, or null: '电话拜访' → call, '上门拜访' → visit. */
export function activityKindOf(word: string): ActivityKind | null {
  const folded = foldForSearch(word);
  return ACTIVITY_WORDS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

/** Yes or no as exports write it, or null: '在职', 'TRUE', '已完成' → true; '否', '0' → false. */
export function flagOf(word: string): boolean | null {
  const folded = foldForSearch(word);
  if (YES.test(folded)) return true;
  return NO.test(folded) ? false : null;
}
