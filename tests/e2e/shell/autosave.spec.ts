import type { Page } from '@playwright/test';
import type { AppClient } from '#backend/router.ts';
import { expect, test } from '../support/fixtures.ts';

const cause = (page: Page) => page.getByRole('textbox', { name: '原因', exact: true });

async function openRisk(page: Page, client: AppClient): Promise<string> {
  const { id } = await client.risks.addRisk({
    title: '信达集中度',
    category: 'concentration',
  });
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `/risks?risk="${id}"`);
  await cause(page).waitFor();
  return id;
}

test('a pause in typing saves the text, and undo takes it back', async ({
  shell,
  page,
  client,
}) => {
  const id = await openRisk(page, client);
  const saved = async () => (await client.risks.getRisk({ id })).cause;
  await cause(page).pressSequentially('前三大客户占比过高');
  await expect.poll(saved).toBe('前三大客户占比过高');
  await expect(page.getByText('已保存')).toBeVisible();
  await page.getByRole('heading', { level: 1 }).click();
  await shell.press('ControlOrMeta+z');
  await expect(cause(page)).toHaveValue('');
  await shell.press('ControlOrMeta+Shift+z');
  await expect(cause(page)).toHaveValue('前三大客户占比过高');
});

test('undo saves what was just typed before it takes anything back', async ({
  shell,
  page,
  client,
}) => {
  const id = await openRisk(page, client);
  await cause(page).fill('第一句');
  await page.getByRole('heading', { level: 1 }).click();
  await cause(page).fill('第一句，第二句');
  await page.getByRole('heading', { level: 1 }).click();
  await shell.press('ControlOrMeta+z');
  await expect(cause(page)).toHaveValue('');
  expect((await client.risks.getRisk({ id })).cause).toBe('');
});

test('an input method is never interrupted and only whole words are saved', async ({
  shell: { page },
  client,
}) => {
  const id = await openRisk(page, client);
  await cause(page).focus();
  const devtools = await page.context().newCDPSession(page);
  for (const text of ['x', 'xi', 'xin', 'xind', 'xinda']) {
    const at = text.length;
    await devtools.send('Input.imeSetComposition', { text, selectionStart: at, selectionEnd: at });
    await page.waitForTimeout(400);
  }
  expect((await client.risks.getRisk({ id })).cause).toBe('');
  await expect(cause(page)).toHaveValue('xinda');
  await devtools.send('Input.insertText', { text: '信达' });
  await expect(cause(page)).toHaveValue('信达');
  await expect.poll(async () => (await client.risks.getRisk({ id })).cause).toBe('信达');
});

test('leaving the page saves at once', async ({ shell, page, client }) => {
  const id = await openRisk(page, client);
  await cause(page).fill('来不及停顿');
  await shell.goTo('settings');
  await expect.poll(async () => (await client.risks.getRisk({ id })).cause).toBe('来不及停顿');
});

test('what is undone on another page is undone in its field too', async ({
  shell,
  page,
  client,
}) => {
  const id = await openRisk(page, client);
  const saved = async () => (await client.risks.getRisk({ id })).cause;
  await cause(page).fill('写完就走');
  await shell.goTo('settings');
  await expect.poll(saved).toBe('写完就走');
  await shell.press('ControlOrMeta+z');
  await expect.poll(saved).toBe('');
  await page.goBack();
  await expect(cause(page)).toHaveValue('');
});

test('closing the window saves what was typed', async ({ shell: { page }, client }) => {
  const id = await openRisk(page, client);
  await cause(page).fill('直接关窗');
  await page.close({ runBeforeUnload: true });
  await expect.poll(async () => (await client.risks.getRisk({ id })).cause).toBe('直接关窗');
});

test('a text of another window is taken over, but never over what is typed here', async ({
  shell: { page },
  client,
}) => {
  const id = await openRisk(page, client);
  const field = { table: 'risk', id, field: 'cause' };
  await client.texts.saveText({ ...field, text: '别处写的' });
  await expect(cause(page)).toHaveValue('别处写的');
  await cause(page).fill('这里正在写');
  await client.texts.saveText({ ...field, text: '别处又写' });
  await expect.poll(async () => (await client.risks.getRisk({ id })).cause).toBe('这里正在写');
  await expect(cause(page)).toHaveValue('这里正在写');
});
