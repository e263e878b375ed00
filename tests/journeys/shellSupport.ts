import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** Signs in as one of the demo's people and waits for the projects. */
export async function enterAs(page: Page, person: 'writer' | 'director' | 'producer'): Promise<void> {
  const place = { writer: 0, director: 1, producer: 2 }[person];
  await page.goto('/sign-in');
  await page.locator('.rb').nth(place).click();
  await page.waitForURL('**/projects');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Drops a text file on the window, as a person would from a folder. */
export async function dropFile(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    ([fileName, words]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([words ?? ''], fileName ?? ''));
      for (const type of ['dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    [name, text],
  );
}

/** Makes a project by its dialog; gives its address. */
export async function createProject(page: Page, name: string): Promise<string> {
  await page.goto('/projects');
  await page.getByRole('button', { name: /^New project/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('button', { name: 'Create' }).click();
  await page.waitForURL('**/scripts/**');
  return page.url().replace(/\/scripts\/.*/, '');
}
