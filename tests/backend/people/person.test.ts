import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { buildDeal } from '#tests/support/builders/deal.ts';
import { buildPerson } from '#tests/support/builders/person.ts';
import {
  removeTestDirectories,
  startBackend,
  type TestBackend,
} from '#tests/support/start-backend.ts';

let backend: TestBackend;
beforeEach(async () => {
  backend = await startBackend();
});
afterEach(() => backend.stop());
afterAll(removeTestDirectories);

test('a person with only a name is coached and has nothing invented', async () => {
  const person = await backend.client.people.addPerson({ name: '  韩梅梅 ' });
  expect(person).toMatchObject({
    name: '韩梅梅',
    roleTitle: '',
    isCoached: true,
    joinedOn: null,
    cadenceDays: null,
    leftOn: null,
    leaves: [],
  });
});

test('people stand in the order of pinyin, a number in a name by its size', async () => {
  const { addPerson, listPeople } = backend.client.people;
  for (const name of ['赵强', '刘洋', '陈静', '王芳10', '王芳9']) await addPerson({ name });
  const people = await listPeople({});
  expect(people.map(({ name }) => name)).toEqual(['陈静', '刘洋', '王芳9', '王芳10', '赵强']);
});

test('a change keeps the facts that were not given', async () => {
  const { id } = await buildPerson(backend, { region: '上海', cadenceDays: 7 });
  const changes = { team: '华南', cadenceDays: null };
  const person = await backend.client.people.changePerson({ personId: id, changes });
  expect(person).toMatchObject({ name: '李雷', region: '上海', team: '华南', cadenceDays: null });
});

test('a person who left stays readable but leaves the list from the next day', async () => {
  const { id } = await buildPerson(backend);
  await backend.client.people.recordLeaving({ personId: id, leftOn: '2026-11-23' });
  expect(await backend.client.people.listPeople({})).toEqual([]);
  expect(await backend.client.people.listPeople({ includeLeft: true })).toMatchObject([
    { id, leftOn: '2026-11-23' },
  ]);
  expect(await backend.client.people.getPerson({ personId: id })).toMatchObject({ name: '李雷' });
});

test('a person who leaves in the future is still in the team', async () => {
  const { id } = await buildPerson(backend);
  await backend.client.people.recordLeaving({ personId: id, leftOn: '2026-12-31' });
  expect(await backend.client.people.listPeople({})).toMatchObject([{ id }]);
  await backend.client.people.recordReturn({ personId: id });
  expect(await backend.client.people.getPerson({ personId: id })).toMatchObject({ leftOn: null });
});

test('nobody leaves before they joined', async () => {
  const { id } = await buildPerson(backend, { joinedOn: '2026-10-01' });
  const leaving = backend.client.people.recordLeaving({ personId: id, leftOn: '2026-09-30' });
  await expect(leaving).rejects.toMatchObject({ code: 'left_before_joined' });
});

test('leave is added, changed and removed, the latest first', async () => {
  const { client } = backend;
  const { id } = await buildPerson(backend);
  await client.people.addLeave({ personId: id, fromOn: '2026-10-01', toOn: '2026-10-07' });
  const two = await client.people.addLeave({
    personId: id,
    fromOn: '2026-11-30',
    toOn: '2026-12-04',
  });
  expect(two.leaves.map((leave) => leave.fromOn)).toEqual(['2026-11-30', '2026-10-01']);
  const leaveId = two.leaves[0]?.id ?? '';
  await client.people.changeLeave({ leaveId, fromOn: '2026-11-30', toOn: '2026-12-11' });
  const one = await client.people.removeLeave({ leaveId: two.leaves[1]?.id ?? '' });
  expect(one.leaves).toEqual([{ id: leaveId, fromOn: '2026-11-30', toOn: '2026-12-11' }]);
});

test('leave that ends before it starts is refused', async () => {
  const { id } = await buildPerson(backend);
  const leave = { personId: id, fromOn: '2026-11-30', toOn: '2026-11-29' };
  await expect(backend.client.people.addLeave(leave)).rejects.toMatchObject({
    code: 'ends_before_start',
  });
});

test('a person added by mistake is removed, and one undo brings them back', async () => {
  const { id } = await buildPerson(backend);
  await backend.client.people.removePerson({ personId: id });
  await expect(backend.client.people.getPerson({ personId: id })).rejects.toMatchObject({
    code: 'not_found',
  });
  expect(await backend.client.workspace.undo()).toMatchObject({ details: { name: '李雷' } });
  expect(await backend.client.people.getPerson({ personId: id })).toMatchObject({ name: '李雷' });
});

test('someone there is something to talk about with stays until the points are dropped', async () => {
  const { client } = backend;
  const { id: personId } = await buildPerson(backend);
  const place = { personId, sessionId: null };
  const key = await client.coaching.addPoint({ ...place, text: '试用期目标', source: 'manager' });
  await expect(client.people.removePerson({ personId })).rejects.toMatchObject({
    code: 'person_in_use',
  });
  expect((await client.people.getPersonPage({ personId })).canRemove).toBe(false);
  await client.coaching.dismissPoint({ personId, key, reason: '已谈过' });
  await client.people.removePerson({ personId });
});

test('someone with a quota or a risk stays; someone whose only deal was deleted goes', async () => {
  const { client } = backend;
  const person = async () => (await buildPerson(backend)).id;
  const refused = { code: 'person_in_use' };
  const withQuota = await person();
  const cells = [{ personId: withQuota, periodStartOn: '2026-10-01', amountMinor: 1000 }];
  await client.people.setQuotas({ cells });
  await expect(client.people.removePerson({ personId: withQuota })).rejects.toMatchObject(refused);
  const withRisk = await person();
  const { id } = await client.risks.addRisk({ title: '交接', category: 'people' });
  await client.risks.changeRisk({ id, ownerId: withRisk });
  await expect(client.people.removePerson({ personId: withRisk })).rejects.toMatchObject(refused);
  const atRisk = await person();
  await client.risks.linkRisk({ id, to: { kind: 'person', id: atRisk } });
  await expect(client.people.removePerson({ personId: atRisk })).rejects.toMatchObject(refused);
  const free = await person();
  const deal = await buildDeal(backend, { ownerId: free });
  await expect(client.people.removePerson({ personId: free })).rejects.toMatchObject(refused);
  await client.deals.deleteDeals({ selection: { ids: [deal] } });
  await client.people.removePerson({ personId: free });
});
