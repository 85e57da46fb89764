import { ActionIcon, Button, Group, Select, TextInput } from '@mantine/core';
import { IconEye, IconEyeOff, IconStar, IconStarFilled, IconTrash } from '@tabler/icons-react';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/api/client.ts';
import { useSettings } from '#renderer/api/use-settings.ts';
import { Name } from '#renderer/components/text/name.tsx';
import { type GrowStep, growStep } from '#shared/contract/coaching-fields.ts';
import type { BankQuestion } from '#shared/contract/coaching-grow.ts';
import classes from './questions.module.css';

/** The bank of questions by step: star what works, hide what does not, add one's own. */
export function QuestionsPart() {
  const { t } = useTranslation('coaching');
  const { data: questions } = useSuspenseQuery(api.coaching.listQuestions.queryOptions());
  return (
    <div className={classes['root']}>
      <p className={classes['hint']}>{t('questions.hint')}</p>
      <AddQuestion />
      {growStep.options.map((step) => (
        <section key={step} aria-label={t(`step.${step}`)}>
          <h2>{t(`step.${step}`)}</h2>
          <ul className={classes['list']}>
            {questions
              .filter((question) => question.step === step)
              .map((question) => (
                <QuestionLine key={question.key} question={question} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function AddQuestion() {
  const { t } = useTranslation('coaching');
  const [step, setStep] = useState<GrowStep>('goal');
  const [text, setText] = useState('');
  const add = useMutation(
    api.coaching.addQuestion.mutationOptions({ onSuccess: () => setText('') }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') add.mutate({ step, text });
  };
  return (
    <form onSubmit={submit}>
      <Group wrap="nowrap">
        <Select
          w={150}
          aria-label={t('questions.step')}
          data={growStep.options.map((value) => ({ value, label: t(`step.${value}`) }))}
          value={step}
          onChange={(value) => setStep(growStep.parse(value))}
        />
        <TextInput
          flex={1}
          aria-label={t('questions.own')}
          placeholder={t('questions.own')}
          maxLength={300}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={text.trim() === ''}>
          {t('questions.add')}
        </Button>
      </Group>
    </form>
  );
}

/** A question of the bank with the facts that go into it by their names, not `{deal}`. */
function Pattern({ text }: { text: string }) {
  const { t } = useTranslation('coaching');
  return text.split(/(\{\w+\})/).map((part) => {
    const fact = questionFacts.find((name) => part === `{${name}}`);
    if (fact === undefined) return part;
    return (
      <span key={part} className={classes['fact']}>
        {t(`questions.fact.${fact}`)}
      </span>
    );
  });
}

const questionFacts = [
  'min',
  'weeks',
  'k',
  'deal',
  'stage',
  'days',
  'close_date',
  'base',
  'now',
  'skill',
] as const;

function QuestionLine({ question }: { question: BankQuestion }) {
  const { t } = useTranslation('coaching');
  const { language } = useSettings();
  const mark = useMutation(api.coaching.markQuestion.mutationOptions());
  const remove = useMutation(api.coaching.removeQuestion.mutationOptions());
  const { key, isOwn, isStarred, isHidden } = question;
  const text = question.text[language];
  const Star = isStarred ? IconStarFilled : IconStar;
  const Eye = isHidden ? IconEyeOff : IconEye;
  return (
    <li className={classes['line']} data-hidden={isHidden}>
      <ActionIcon
        variant="subtle"
        color={isStarred ? 'yellow' : 'gray'}
        aria-pressed={isStarred}
        aria-label={t('questions.star', { text })}
        onClick={() => mark.mutate({ key, isStarred: !isStarred })}
      >
        <Star size={16} aria-hidden />
      </ActionIcon>
      <span className={classes['text']}>
        {isOwn ? <Name>{text}</Name> : <Pattern text={text} />}
        {isOwn && <span className={classes['own']}>{t('questions.isOwn')}</span>}
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-pressed={isHidden}
        aria-label={t('questions.hide', { text })}
        onClick={() => mark.mutate({ key, isHidden: !isHidden })}
      >
        <Eye size={16} aria-hidden />
      </ActionIcon>
      {isOwn && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('questions.remove', { text })}
          onClick={() => remove.mutate({ questionId: key })}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}
