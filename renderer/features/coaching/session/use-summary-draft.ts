import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/api/use-format.ts';
import { useCoachingWords } from '../use-coaching-words.ts';
import { useSession } from './session-context.ts';

/** A summary made of what was ticked and promised; nothing that is private. */
export function useSummaryDraft(): string {
  const { t } = useTranslation('coaching');
  const format = useFormat();
  const words = useCoachingWords();
  const { page } = useSession();
  const { fields, texts } = page.grow;
  const topic = fields.goalVisibility === 'shared' ? texts.goal_topic.trim() : '';
  const talked = page.points
    .filter(({ state, visibility }) => state === 'discussed' && visibility === 'shared')
    .map(({ text, fact }) => (text !== '' || fact === null ? text : words.fact(fact)));
  const promised = page.made
    .filter(({ visibility }) => visibility === 'shared')
    .map(({ owner, text, dueOn }) => {
      const who = owner === 'rep' ? page.session.personName : t('owner.manager');
      const when = dueOn === null ? '' : t('notes.until', { on: format.date(dueOn) });
      return t('notes.promise', { who, text, when });
    });
  return [
    ...(topic === '' ? [] : [t('notes.topic', { topic })]),
    ...listed(t('notes.talked'), talked),
    ...listed(t('notes.promised'), promised),
  ].join('\n');
}

function listed(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `- ${line}`)];
}
