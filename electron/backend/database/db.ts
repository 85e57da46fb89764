import type { Kysely, Transaction } from 'kysely';
import type { AccountTable, ProductTable } from '../features/accounts/account.table.ts';
import type { ActivityTable } from '../features/activities/activity.table.ts';
import type { ActionItemTable } from '../features/coaching/commitments/action-item.table.ts';
import type { AgendaItemTable } from '../features/coaching/points/agenda-item.table.ts';
import type {
  CoachingQuestionTable,
  QuestionMarkTable,
  QuestionUseTable,
} from '../features/coaching/questions/question.table.ts';
import type {
  CoachingSessionTable,
  GrowOptionTable,
  GrowRecordTable,
} from '../features/coaching/sessions/coaching-session.table.ts';
import type {
  DealChangeTable,
  DealTable,
  DealViewTable,
  PipelineTable,
  StageTable,
} from '../features/deals/deal.table.ts';
import type { DocumentFileTable, DocumentTable } from '../features/documents/document.table.ts';
import type {
  ImportEffectTable,
  ImportProfileTable,
  ImportReturnedFileTable,
  ImportRunTable,
} from '../features/imports/import.table.ts';
import type { PersonLeaveTable, PersonTable, QuotaTable } from '../features/people/person.table.ts';
import type {
  ReviewEventTable,
  ReviewEvidenceTable,
  ReviewPointTable,
  ReviewRatingTable,
  ReviewSeenTable,
  ReviewTable,
  ReviewTemplateTable,
} from '../features/reviews/review.table.ts';
import type {
  RiskActionTable,
  RiskDismissalTable,
  RiskLinkTable,
  RiskReviewTable,
  RiskTable,
} from '../features/risks/risk.table.ts';
import type {
  SearchChoiceTable,
  SearchEntryTable,
  SearchNameTable,
  SearchTextTable,
} from '../features/search/search.table.ts';
import type { CoreTables } from './core.table.ts';

/** All tables, joined from the features' row types. */
export type Tables = CoreTables & {
  person: PersonTable;
  person_leave: PersonLeaveTable;
  quota: QuotaTable;
  account: AccountTable;
  product: ProductTable;
  pipeline: PipelineTable;
  stage: StageTable;
  deal: DealTable;
  deal_change: DealChangeTable;
  deal_view: DealViewTable;
  activity: ActivityTable;
  review_template: ReviewTemplateTable;
  review: ReviewTable;
  review_rating: ReviewRatingTable;
  review_evidence: ReviewEvidenceTable;
  review_point: ReviewPointTable;
  review_event: ReviewEventTable;
  review_seen: ReviewSeenTable;
  import_profile: ImportProfileTable;
  import_run: ImportRunTable;
  import_effect: ImportEffectTable;
  import_returned_file: ImportReturnedFileTable;
  document: DocumentTable;
  document_file: DocumentFileTable;
  coaching_session: CoachingSessionTable;
  grow_record: GrowRecordTable;
  grow_option: GrowOptionTable;
  agenda_item: AgendaItemTable;
  action_item: ActionItemTable;
  coaching_question: CoachingQuestionTable;
  question_mark: QuestionMarkTable;
  question_use: QuestionUseTable;
  search_entry: SearchEntryTable;
  search_name: SearchNameTable;
  search_text: SearchTextTable;
  search_choice: SearchChoiceTable;
  risk: RiskTable;
  risk_link: RiskLinkTable;
  risk_action: RiskActionTable;
  risk_review: RiskReviewTable;
  risk_dismissal: RiskDismissalTable;
};

/**
 * What a query may do: select. Writing through it does not compile, and the connection behind it
 * is opened read-only, so raw SQL cannot write either.
 */
export type ReadDb = Pick<
  Kysely<Tables>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'fn' | 'dynamic' | 'getExecutor'
>;

/** What a command may do; always inside the command's one transaction. */
export type WriteDb = Transaction<Tables>;
