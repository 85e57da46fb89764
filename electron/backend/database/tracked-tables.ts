import { growText } from '#shared/contract/coaching-grow.ts';
import type { Topic } from '#shared/contract/events.ts';

/** How a table takes part in undo, history, change events and search. */
export type TrackedTable = {
  /** Screens of this feature refetch when a row changes. */
  topic: Topic;
  /** Columns whose old and new values belong to the history of a record; long texts do not. */
  history: 'all' | 'none' | { except: readonly string[] };
  /**
   * The table's rows are found by the search: as themselves, or as part of another record whose
   * id stands in a column.
   */
  searched?: true | { as: string; by: string };
};

/**
 * Every table a command may write. A table that is missing here could not be undone, so the
 * undo test walks the schema and fails for it.
 */
export const trackedTables: Readonly<Record<string, TrackedTable>> = {
  setting: { topic: 'settings', history: 'all' },
  person: { topic: 'people', history: { except: ['name_key', 'private_note'] }, searched: true },
  person_leave: { topic: 'people', history: 'all' },
  quota: { topic: 'people', history: 'all' },
  account: { topic: 'accounts', history: { except: ['name_key', 'note'] }, searched: true },
  product: { topic: 'accounts', history: { except: ['name_key'] } },
  pipeline: { topic: 'deals', history: 'all' },
  stage: { topic: 'deals', history: 'all' },
  deal: {
    topic: 'deals',
    history: { except: ['note', 'close_note', 'last_activity_at', 'next_activity_at'] },
    searched: true,
  },
  deal_change: { topic: 'deals', history: 'none' },
  risk: {
    topic: 'risks',
    history: { except: ['cause', 'event', 'consequence', 'existing_controls', 'contingency'] },
    searched: true,
  },
  risk_link: { topic: 'risks', history: 'none' },
  risk_action: { topic: 'risks', history: 'all' },
  risk_review: { topic: 'risks', history: 'none' },
  risk_dismissal: { topic: 'risks', history: 'none' },
  deal_view: { topic: 'deals', history: 'none' },
  activity: { topic: 'activities', history: { except: ['content'] }, searched: true },
  import_profile: { topic: 'imports', history: 'none' },
  import_effect: { topic: 'imports', history: 'none' },
  coaching_session: {
    topic: 'coaching',
    history: { except: ['prep_snapshot_json', 'shared_summary', 'private_note'] },
    searched: true,
  },
  grow_record: {
    topic: 'coaching',
    history: { except: growText.options },
    searched: { as: 'coaching_session', by: 'id' },
  },
  grow_option: {
    topic: 'coaching',
    history: { except: ['text', 'pros', 'cons'] },
    searched: { as: 'coaching_session', by: 'session_id' },
  },
  agenda_item: { topic: 'coaching', history: { except: ['text', 'fact_json'] } },
  action_item: {
    topic: 'coaching',
    history: { except: ['outcome_note', 'success_evidence'] },
    searched: true,
  },
  coaching_question: { topic: 'coaching', history: 'all' },
  question_mark: { topic: 'coaching', history: 'none' },
  review_template: { topic: 'reviews', history: { except: ['content_json'] } },
  review: {
    topic: 'reviews',
    history: {
      except: [
        'template_json',
        'person_json',
        'summary',
        'rep_comment',
        'adj_reason',
        'calibration_reason',
        'private_assessment',
        'amend_reason',
        'content_json',
      ],
    },
  },
  review_rating: {
    topic: 'reviews',
    history: { except: ['comment', 'na_reason', 'override_reason', 'kpi_note'] },
  },
  review_evidence: { topic: 'reviews', history: { except: ['quote', 'facts_json'] } },
  review_point: {
    topic: 'reviews',
    history: { except: ['text', 'measure', 'action', 'support'] },
  },
  document: { topic: 'documents', history: 'none' },
};

/** Written by commands but deliberately not undone: keeping them is their purpose. */
export const untrackedTables: readonly string[] = [
  'undo_step',
  'undo_change',
  'record_change',
  'text_revision',
  'search_dirty',
  'search_entry',
  'search_name',
  'search_text',
  'search_choice',
  'document_file',
  'review_event',
  'review_seen',
  'import_run',
  'import_returned_file',
  'question_use',
];
