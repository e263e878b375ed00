/** The arrows of the house: imports point down only. `tests/house/arrows.test.ts` plants one violation per rule. */

const layers = ['screenplay', 'shots', 'wire', 'collab', 'editor'];
const inPackage = (...names) => `^packages/(${names.join('|')})/`;

/** A package may import only those below it: one rule per package and the packages above. */
const downwards = layers.slice(0, -1).map((name, at) => ({
  name: `${name}-points-down`,
  comment: `${name} may not import a package above it`,
  severity: 'error',
  from: { path: inPackage(name) },
  to: { path: inPackage(...layers.slice(at + 1), 'store', 'files') },
}));

export default {
  forbidden: [
    ...downwards,
    {
      name: 'editor-knows-no-store',
      severity: 'error',
      from: { path: inPackage('editor') },
      to: { path: inPackage('store') },
    },
    {
      name: 'store-points-down',
      comment: 'store may import wire, shots and screenplay; never collab or editor',
      severity: 'error',
      from: { path: inPackage('store') },
      to: { path: inPackage('collab', 'editor') },
    },
    {
      name: 'files-points-down',
      comment: 'files may import shots and screenplay; nothing but an app imports files',
      severity: 'error',
      from: { path: inPackage('files') },
      to: { path: inPackage('wire', 'collab', 'editor', 'store') },
    },
    {
      name: 'files-only-for-apps',
      severity: 'error',
      from: { path: inPackage('wire', 'collab', 'editor', 'store') },
      to: { path: inPackage('files') },
    },
    {
      name: 'packages-know-no-app',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-apart',
      comment: 'apps never import each other',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'live-process-knows-no-editor',
      severity: 'error',
      from: { path: '^apps/sync-server/' },
      to: { path: inPackage('editor') },
    },
    {
      name: 'pure-packages-import-nothing',
      comment: 'screenplay and shots use no npm package, no Node, no DOM; their tests may',
      severity: 'error',
      from: { path: inPackage('screenplay', 'shots'), pathNot: '[.]test[.]ts$|/testing/' },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
        pathNot: inPackage('screenplay', 'shots'),
      },
    },
    {
      name: 'yjs-stays-home',
      comment: 'Yjs appears only in collab, editor, the live process, the rooms of the web app, and tests',
      severity: 'error',
      from: {
        path: '^(apps|packages|prisma)/',
        pathNot: '^(packages/(collab|editor)/|apps/sync-server/|apps/web/src/sync/)|[.]test[.]tsx?$',
      },
      to: {
        path: '(^|/)node_modules/(yjs|y-protocols|y-websocket|y-indexeddb)(/|$)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'prisma-stays-home',
      comment: 'Prisma appears only in store and prisma/',
      severity: 'error',
      from: { path: '^(apps|packages|tests)/', pathNot: '^packages/store/' },
      to: { path: '(^|/)node_modules/(@prisma/|prisma/)|^packages/store/src/generated/' },
    },
    {
      name: 'editor-without-react',
      severity: 'error',
      from: { path: inPackage(...layers, 'store', 'files') },
      to: { path: '(^|/)node_modules/(react|react-dom|@tiptap/react|next)(/|$)' },
    },
    {
      name: 'browser-without-server',
      comment: 'what runs in a browser imports neither the store nor the server side of the web app',
      severity: 'error',
      from: { path: '^apps/web/src/(ui|sync|features)/', pathNot: '[.]test[.]tsx?$' },
      to: { path: '^(packages/store/|apps/web/src/server/)' },
    },
    {
      name: 'ui-knows-no-feature',
      severity: 'error',
      from: { path: '^apps/web/src/ui/' },
      to: { path: '^apps/web/src/(features|app|sync)/' },
    },
    {
      name: 'public-door',
      comment: 'a package is entered through its exports only',
      severity: 'error',
      from: { path: '^(apps|packages)/([^/]+)/' },
      to: {
        path: '^packages/([^/]+)/src/(?!(log/)?index[.]ts$)',
        pathNot: '^$1/$2/',
      },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^(apps|packages)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: { path: '^(apps|packages|prisma)/' },
      to: { couldNotResolve: true, pathNot: '[.]css$' },
    },
  ],
  options: {
    doNotFollow: { path: '(^|/)(node_modules|generated)/' },
    exclude: { path: '(^|/)([.]next/|next-env[.]d[.]ts$)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.cruise.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
