import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CommitmentsPart } from '#renderer/features/coaching/commitments/commitments-part.tsx';
import { PersonSessions } from '#renderer/features/coaching/place/person-sessions.tsx';
import { PersonPage } from '#renderer/features/people/person/person-page.tsx';
import { PersonReviews } from '#renderer/features/reviews/list/person-reviews.tsx';
import { LinkedRisks } from '#renderer/features/risks/linked/linked-risks.tsx';

const route = getRouteApi('/team/$personId');

/** A person's page with the tabs that other features give it. */
export function PersonScreen() {
  const { t } = useTranslation('people');
  const { personId } = route.useParams();
  return (
    <PersonPage
      key={personId}
      risks={<LinkedRisks to={{ kind: 'person', id: personId }} />}
      tabs={[
        {
          id: 'sessions',
          label: t('tab.sessions'),
          content: <PersonSessions personId={personId} />,
        },
        {
          id: 'commitments',
          label: t('tab.commitments'),
          content: <CommitmentsPart personId={personId} />,
        },
        { id: 'reviews', label: t('tab.reviews'), content: <PersonReviews personId={personId} /> },
      ]}
    />
  );
}
