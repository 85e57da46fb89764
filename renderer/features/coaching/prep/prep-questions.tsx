import { useTranslation } from 'react-i18next';
import { useSettings } from '#renderer/api/use-settings.ts';
import { Name } from '#renderer/components/text/name.tsx';
import type { Brief } from '#shared/contract/coaching-brief.ts';
import type { GrowStep } from '#shared/contract/coaching-fields.ts';
import classes from './prep-questions.module.css';

const steps: readonly GrowStep[] = ['goal', 'reality', 'options', 'will'];

/** One question for each step of the talk; the session offers more. */
export function PrepQuestions({ questions }: { questions: Brief['questions'] }) {
  const { t } = useTranslation('coaching');
  const { language } = useSettings();
  return (
    <section className={classes['root']} aria-label={t('prep.questions')}>
      <h2>{t('prep.questions')}</h2>
      <dl>
        {steps.map((step) => {
          const question = questions[step];
          return (
            question !== null && (
              <div key={step}>
                <dt>{t(`step.${step}`)}</dt>
                <dd>
                  <Name>{question.text[language]}</Name>
                </dd>
              </div>
            )
          );
        })}
      </dl>
    </section>
  );
}
