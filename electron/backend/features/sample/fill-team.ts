import type { Language } from '#shared/contract/fields.ts';
import { addDays, addMonths, weekday } from '#shared/domain/dates/local-date.ts';
import type { CommandContext } from '../../rpc/context.ts';
import { addAccounts, changeAccount } from '../accounts/account.service.ts';
import { saveProduct } from '../accounts/product.service.ts';
import { addPerson } from '../people/person.service.ts';
import { addLeave } from '../people/person-leave.service.ts';
import { saveSettings } from '../settings/settings.service.ts';
import type { SampleContent } from './sample-content.ts';

/** Ids in the order of the content. */
export type SampleIds = { people: string[]; accounts: string[]; products: string[] };

/** Settings, people with their leave, accounts with their parents, products. */
export async function fillTeam(
  context: CommandContext,
  content: SampleContent,
  language: Language,
): Promise<SampleIds> {
  await saveSettings(context, {
    isSetUp: true,
    language,
    teamName: content.team,
    companyName: content.company,
    managerName: content.manager,
    currency: content.currency,
  });
  const people = await addPeople(context, content);
  const accounts = await fillAccounts(context, content, people);
  const products: string[] = [];
  for (const { name, series, price } of content.products) {
    const { id } = await saveProduct(context, { name, series, listPriceMinor: price * 100 });
    products.push(id);
  }
  return { people, accounts, products };
}

async function addPeople(context: CommandContext, content: SampleContent): Promise<string[]> {
  const ids: string[] = [];
  for (const person of content.people) {
    const { id } = await addPerson(context, {
      name: person.name,
      employeeNo: person.employeeNo,
      roleTitle: person.role,
      level: person.level,
      team: content.team,
      region: person.region,
      managerName: content.manager,
      isCoached: true,
      joinedOn: addDays(addMonths(context.today, -person.joinedMonthsAgo), -3),
      cadenceDays: person.profile === 'new' || person.profile === 'struggling' ? 7 : 14,
    });
    if (person.profile === 'onLeave')
      await addLeave(context, { personId: id, ...lastWeeks(context) });
    ids.push(id);
  }
  return ids;
}

/** The two full weeks before this one. */
function lastWeeks({ today }: CommandContext) {
  const monday = addDays(today, 1 - weekday(today));
  return { fromOn: addDays(monday, -14), toOn: addDays(monday, -1) };
}

async function fillAccounts(
  context: CommandContext,
  content: SampleContent,
  people: readonly string[],
): Promise<string[]> {
  const ids = await addAccounts(
    context,
    content.accounts.map(({ name, industry, region, level, employees }) => {
      const owner = content.people.findIndex((person) => person.region === region);
      return { name, industry, region, level, employees, ownerId: people[owner] ?? null };
    }),
  );
  for (const [index, { parent }] of content.accounts.entries()) {
    const id = ids[index];
    const parentId = ids[content.accounts.findIndex(({ name }) => name === parent)];
    if (id !== undefined && parentId !== undefined) {
      await changeAccount(context, { id, changes: { parentId } });
    }
  }
  return ids;
}
