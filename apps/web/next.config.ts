import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const here = import.meta.dirname;
const messageNamespaces = readdirSync(path.join(here, 'messages/en')).map((file) => file.replace(/\.json$/, ''));

const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
];

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  turbopack: { root: path.join(here, '../..') },
  transpilePackages: [
    '@tramline/collab',
    '@tramline/editor',
    '@tramline/screenplay',
    '@tramline/shots',
    '@tramline/store',
    '@tramline/wire',
  ],
  serverExternalPackages: ['pg', '@prisma/client', '@prisma/adapter-pg', '@node-rs/argon2'],
  // `npm test` checks the types; a second time here would only make the first start slower.
  typescript: { ignoreBuildErrors: true },
  env: { MESSAGE_NAMESPACES: messageNamespaces.join(',') },
  devIndicators: false,
  // The launcher serves this machine under its number, not its name.
  allowedDevOrigins: ['127.0.0.1'],
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
};

export default createNextIntlPlugin('./src/i18n/request.ts')(config);
