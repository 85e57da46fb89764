import type { ImportEntity, ImportField } from '#shared/contract/imports-fields.ts';
import { activityKindOf, flagOf } from '#shared/domain/imports/value-words.ts';
import { foldForSearch } from '#shared/domain/text/search-text.ts';

type Words = Readonly<Record<string, readonly string[]>>;

const dealStatus: Words = {
  open: ['open', 'in progress', 'active', 'pending', '进行中', '跟进中', '未结束', '打开', '开放'],
  won: [
    'won',
    'closed won',
    'win',
    'success',
    '赢单',
    '赢',
    '成交',
    '已成交',
    '成功',
    '已赢单',
    '已签约',
  ],
  lost: ['lost', 'closed lost', 'loss', 'failed', '输单', '输', '丢单', '失败', '已输单', '无效'],
};

const accountLevel: Words = {
  strategic: ['strategic', 'a', 's', 'vip', '战略', '战略客户', 'a类', 'a级', 's级', 'ka'],
  key: ['key', 'important', 'major', 'b', '重要', '重点', '重点客户', '重要客户', 'b类', 'b级'],
  normal: [
    'normal',
    'standard',
    'regular',
    'c',
    'd',
    '一般',
    '普通',
    '普通客户',
    '一般客户',
    'c类',
    'c级',
  ],
};

const forecastCategory: Words = {
  omitted: ['omitted', 'not forecasted', '忽略', '不预测', '已忽略'],
  pipeline: ['pipeline', '管道', '漏斗', '储备', '商机池'],
  best_case: ['best case', 'bestcase', 'upside', 'most likely', '最佳情况', '最佳', '有望', '争取'],
  commit: ['commit', 'committed', 'forecast', '承诺', '确保', '确定'],
  closed: ['closed', '已关闭', '已结束', '已完成'],
};

const cancelled = /取消|作废|cancell?ed|deferred/;
const demo = /演示|demo|presentation/;
const video = /视频|线上会|腾讯会议|video|zoom|teams|webex/;

/** The choice a word stands for; undefined when nobody knows. */
export function readChoice(
  entity: ImportEntity,
  field: ImportField,
  word: string,
): string | undefined {
  const folded = foldForSearch(word);
  if (entity === 'activities')
    return field === 'kind' ? activityKind(folded) : activityStatus(folded);
  if (entity === 'people') return flagText(flagOf(folded));
  if (field === 'level') return choiceOf(accountLevel, folded);
  if (field === 'forecast_category') return choiceOf(forecastCategory, folded);
  return choiceOf(dealStatus, folded) ?? wonFlag(folded);
}

function choiceOf(words: Words, folded: string): string | undefined {
  return Object.keys(words).find((choice) => choice === folded || words[choice]?.includes(folded));
}

function flagText(flag: boolean | null): string | undefined {
  return flag === null ? undefined : String(flag);
}

/** "Is won" columns say yes or no; no may still be open, so it says nothing about losing. */
function wonFlag(folded: string): string | undefined {
  const flag = flagOf(folded);
  if (flag === null) return undefined;
  return flag ? 'won' : 'open';
}

function activityKind(folded: string): string | undefined {
  if (demo.test(folded)) return 'demo';
  if (video.test(folded)) return 'video';
  return activityKindOf(folded) ?? undefined;
}

function activityStatus(folded: string): string | undefined {
  if (cancelled.test(folded)) return 'cancelled';
  const flag = flagOf(folded);
  if (flag !== null) return flag ? 'done' : 'planned';
  return /计划|scheduled/.test(folded) ? 'planned' : undefined;
}
