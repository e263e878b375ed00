import { expect } from '@playwright/test';
import { test } from './journey.ts';
import { createProject, dropFile, enterAs } from './shellSupport.ts';

const script = 'Title: Ring Road\n\nINT. BUS - NIGHT\n\nRain.\n';

test('nobody sees projects without signing in, and signing in leads back', async ({ page }) => {
  await page.goto('/settings');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await page.locator('.rb').first().click();
  await page.waitForURL('**/settings');
});

test('a wrong password and an unknown address are refused with the same words', async ({ page }) => {
  const told: string[] = [];
  for (const email of ['nobody@example.test', 'writer@demo.invalid']) {
    await page.goto('/sign-in');
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    told.push((await page.locator('form [role=alert]').textContent()) ?? '');
  }
  expect(told[0]).toBe('That did not work. Check email and password and try again.');
  expect(told[1]).toBe(told[0]);
});

test('the page asks no other host for anything, and no script runs without the nonce', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  const refused: string[] = [];
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== baseURL) foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
  });
  const answer = await page.goto('/sign-in');
  const policy = answer?.headers()['content-security-policy'] ?? '';
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
  expect(policy).toContain("connect-src 'self';");
  await enterAs(page, 'director');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(foreign).toEqual([]);
  expect(refused).toEqual([]);
});

test('language and theme are right in the first bytes, and change in place', async ({ page, context, baseURL }) => {
  await enterAs(page, 'writer');
  await page.getByRole('button', { name: 'Switch between light and dark' }).click();
  const theme = await page.locator('html').getAttribute('data-theme');
  expect(['light', 'dark']).toContain(theme);
  await page
    .getByRole('button', { name: '切换到中文 (Chinese)' })
    .or(page.getByRole('button', { name: /中文/ }))
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('项目');
  const html = await (await context.request.get(`${baseURL}/projects`)).text();
  expect(html).toContain(`lang="zh-CN" data-theme="${theme}"`);
});

test('a dropped script becomes a project; a file that is none changes nothing', async ({ page }) => {
  await enterAs(page, 'writer');
  await expect(page.locator('.pjs')).toBeVisible();
  const before = await page.locator('a.pj').count();
  await dropFile(page, 'picture.pdf', '%PDF-1.7\nbinary');
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('nothing here has changed', {
    ignoreCase: true,
  });
  await page.keyboard.press('Escape');
  expect(await page.locator('a.pj').count()).toBe(before);

  await dropFile(page, 'ring_road.fountain', script);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Title')).toHaveValue('Ring Road');
  await dialog.getByRole('button', { name: 'Import' }).click();
  await page.waitForURL('**/scripts/**');
  await page.goto('/projects');
  await expect(page.locator('a.pj').filter({ hasText: 'Ring Road' }).first()).toBeVisible();
});

test('a project is renamed, gets a second script, changes their order, and is deleted by its name', async ({
  page,
}) => {
  await enterAs(page, 'writer');
  const project = await createProject(page, 'Draft of a name');
  await page.goto(`${project}/settings`);
  await page.getByLabel('Project name').fill('A better name');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(page.locator('.crumb')).toContainText('A better name');
  await page.getByRole('button', { name: 'New script' }).click();
  await page.getByRole('dialog').getByLabel('Title').fill('Episode two');
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await page.getByRole('button', { name: 'Move Episode two up' }).click();
  await expect(page.getByRole('button', { name: 'Move Episode two up' })).toBeDisabled();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Delete' })).toBeDisabled();
  await dialog.getByRole('textbox').fill('A better name');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await page.waitForURL('**/projects');
  await expect(page.locator('a.pj').filter({ hasText: 'A better name' })).toHaveCount(0);
  await page.goto(project);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing here');
});

test('an invitation joins once, with the role it names, and a removed member is out', async ({ page, browser }) => {
  await enterAs(page, 'writer');
  const project = await createProject(page, 'By invitation');
  await page.goto(`${project}/members`);
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await page.getByLabel('Role', { exact: true }).selectOption('reviewer');
  await page.getByRole('button', { name: 'Make the link' }).click();
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('Anybody with the link')).toBeVisible();

  const other = await browser.newContext();
  const guest = await other.newPage();
  await enterAs(guest, 'producer');
  await guest.goto(link);
  await guest.getByRole('button', { name: /^Join as/ }).click();
  await guest.waitForURL(`${project}/**`);
  await guest.goto(`${project}/settings`);
  await expect(guest.getByText('Owners and producers may change it.')).toBeVisible();
  await guest.goto(link);
  await expect(guest.getByText('This invitation has been used already')).toBeVisible();

  await page.reload();
  await page.getByRole('button', { name: 'Remove Noor Haddad' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('Noor Haddad')).toHaveCount(0);
  await guest.goto(`${project}/members`);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('There is nothing here');
  await other.close();
});

test('the keyboard reaches everything: skip link, regions, palette, sequences, sheet', async ({ page }) => {
  await enterAs(page, 'writer');
  const project = await createProject(page, 'By keyboard');
  await page.goto(`${project}/members`);
  await expect(page.locator('.person-row').first()).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the screen' })).toBeFocused();
  await page.keyboard.press('F6');
  expect(await page.evaluate(() => document.activeElement?.closest('[data-region]')?.getAttribute('data-region'))).toBe(
    'bar',
  );
  await page.keyboard.press('F6');
  expect(await page.evaluate(() => document.activeElement?.closest('[data-region]')?.getAttribute('data-region'))).toBe(
    'main',
  );
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Go to shots');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('project sett');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/settings');
  await page.locator('.homew').click();
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await page.waitForURL('**/shots');
});

test('a person changes their own name, and the screens show it', async ({ page }) => {
  await enterAs(page, 'director');
  await page.goto('/settings');
  const field = page.getByLabel('Your name');
  const old = await field.inputValue();
  await field.fill('Noor van der Linden-Haddad');
  await page.getByRole('button', { name: 'Rename' }).click();
  await expect(page.getByRole('button', { name: 'Noor van der Linden-Haddad: account' })).toBeVisible();
  await field.fill(old);
  await page.getByRole('button', { name: 'Rename' }).click();
  await expect(page.getByRole('button', { name: `${old}: account` })).toBeVisible();
});

test('signing out everywhere ends the other window too', async ({ page, browser }) => {
  const other = await browser.newContext();
  const elsewhere = await other.newPage();
  await enterAs(elsewhere, 'director');
  await enterAs(page, 'director');
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
  await page.waitForURL('**/sign-in');
  await elsewhere.goto('/projects');
  expect(new URL(elsewhere.url()).pathname).toBe('/sign-in');
  await other.close();
});
