import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconRefresh, IconStar, IconStarFilled } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, client } from '#renderer/api/client.ts';
import { useSettings } from '#renderer/api/use-settings.ts';
import { Name } from '#renderer/components/text/name.tsx';
import type { BriefQuestion } from '#shared/contract/coaching-brief.ts';
import type { GrowStep } from '#shared/contract/coaching-fields.ts';
import { QUESTIONS_SHOWN, showQuestions } from '#shared/domain/coaching/questions.ts';
import { useSession } from '../session/session-context.ts';
import classes from './grow.module.css';

/**
 * Three questions for this step. With the focus on the margin, Tab brings the next three; after
 * the last ones, and with Shift or Escape, it moves on as it does everywhere.
 */
export function QuestionMargin({ step }: { step: GrowStep }) {
  const { t } = useTranslation('coaching');
  const { page, sessionId } = useSession();
  const [from, setFrom] = useState(0);
  const questions = page.questions[step];
  const shown = showQuestions(questions, from);
  const hasMore = from + QUESTIONS_SHOWN < questions.length;
  const show = (next: number) => {
    setFrom(next);
    const keys = showQuestions(questions, next).map(({ key }) => key);
    void client.coaching.noteQuestions({ sessionId, keys }).catch(() => undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isTab = event.key === 'Tab' && !event.shiftKey && event.target === event.currentTarget;
    if (!isTab || !hasMore) return;
    event.preventDefault();
    show(from + QUESTIONS_SHOWN);
  };
  if (page.isLocked) return <aside />;
  return (
    <aside
      className={classes['margin']}
      aria-label={t('margin.title', { step: t(`step.${step}`) })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the focus so that Tab can swap
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <ul aria-live="polite">
        {shown.map((question) => (
          <Question key={question.key} question={question} />
        ))}
      </ul>
      <div className={classes['marginTools']}>
        {questions.length > QUESTIONS_SHOWN && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconRefresh size={13} aria-hidden />}
            onClick={() => show(hasMore ? from + QUESTIONS_SHOWN : 0)}
          >
            {t('margin.swap')}
          </Button>
        )}
        <OwnQuestion step={step} />
      </div>
    </aside>
  );
}

function Question({ question }: { question: BriefQuestion }) {
  const { t } = useTranslation('coaching');
  const { language } = useSettings();
  const mark = useMutation(api.coaching.markQuestion.mutationOptions());
  const { key, isStarred } = question;
  const text = question.text[language];
  const Star = isStarred ? IconStarFilled : IconStar;
  return (
    <li className={classes['question']}>
      <Name>{text}</Name>
      <ActionIcon
        size="xs"
        variant="subtle"
        color={isStarred ? 'yellow' : 'gray'}
        data-star={isStarred}
        aria-pressed={isStarred}
        aria-label={t('questions.star', { text })}
        onClick={() => mark.mutate({ key, isStarred: !isStarred })}
      >
        <Star size={14} aria-hidden />
      </ActionIcon>
    </li>
  );
}

function OwnQuestion({ step }: { step: GrowStep }) {
  const { t } = useTranslation('coaching');
  const [text, setText] = useState<string | null>(null);
  const add = useMutation(
    api.coaching.addQuestion.mutationOptions({ onSuccess: () => setText(null) }),
  );
  if (text === null) {
    return (
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={13} aria-hidden />}
        onClick={() => setText('')}
      >
        {t('margin.own')}
      </Button>
    );
  }
  return (
    <TextInput
      autoFocus
      size="xs"
      aria-label={t('questions.own')}
      placeholder={t('questions.own')}
      maxLength={300}
      value={text}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={() => setText(null)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') setText(null);
        if (event.key === 'Enter' && text.trim() !== '') add.mutate({ step, text });
      }}
    />
  );
}
