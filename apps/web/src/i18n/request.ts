import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { chooseLocale, LOCALE_COOKIE, type Locale } from './locale.ts';

/** The namespaces found in `messages/en` when the app was built; each file of a language is one namespace. */
const namespaces = (process.env.MESSAGE_NAMESPACES ?? '').split(',').filter(Boolean);

async function readMessages(locale: Locale): Promise<Record<string, Record<string, unknown>>> {
  const parts = await Promise.all(
    namespaces.map(
      async (namespace) => [namespace, (await import(`../../messages/${locale}/${namespace}.json`)).default] as const,
    ),
  );
  return Object.fromEntries(parts);
}

/** The language, the messages and the formats of a request. No language in the URL: a link means the same for everybody. */
export default getRequestConfig(async () => {
  const locale = chooseLocale((await cookies()).get(LOCALE_COOKIE)?.value, (await headers()).get('accept-language'));
  return { locale, messages: await readMessages(locale) };
});
