/** Who may import whom. Each rule is a sentence, checked by `npm run imports`. */

const npm = (names) => `node_modules/(@types/)?(${names})(/|$)`;
const TYPES_ONLY = ['type-only'];

/** Files of `from` may import one another and what `allowed` lists: nothing else, node's own modules included. */
const only = (name, comment, from, allowed) => ({ name, comment, severity: 'error', from: { path: from }, to: { pathNot: [from, ...allowed] } });
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    only('flows-are-pure', 'A conversation knows XState and nothing else: no clock, no file, no database, no channel.', '^flows/', [npm('xstate')]),
    never('a-flow-knows-its-own-area', 'Areas do not call one another: what they share is a command.',
      { path: '^flows/([^/]+)/' }, { path: '^flows/[^/]+/', pathNot: '^flows/$1/' }),

    only('channels-know-no-business', 'A channel translates messages. It never decides.',
      '^src/channels/', ['^src/phone\\.ts$', '^(node:)?(crypto|https?)$', npm('zod|whatsapp-api-js|africastalking|express|express-serve-static-core')]),
    never('channels-serve-nothing', 'A channel knows what an Express request looks like; the web serves it.',
      { path: '^src/channels/', pathNot: '\\.d\\.ts$' }, { path: npm('express'), dependencyTypesNot: TYPES_ONLY }),
    never('a-channel-knows-no-other', 'A channel is added and removed without touching another.',
      { path: '^src/channels/([^/]+)/' }, { path: '^src/channels/[^/]+/', pathNot: '^src/channels/$1/' }),

    only('providers-know-no-business', 'A provider is asked and answers. What it means is decided elsewhere.',
      '^src/providers/', ['^src/phone\\.ts$', '^(node:)?crypto$', npm('zod|libphonenumber-js|nodemailer')]),
    never('a-provider-knows-no-other', 'A provider is added and removed without touching another.',
      { path: '^src/providers/([^/]+)/' }, { path: '^src/providers/[^/]+/', pathNot: '^src/providers/$1/' }),

    only('domain-knows-no-transport', 'Business rules run without Express, Redis, XState or a phone network.',
      '^src/domain/', ['^src/(db|generated)/', '^src/(scope|phone|i18n|purposes)\\.ts$', '^src/channels/channel\\.ts$', '^(node:)?(crypto|util)$', npm('zod')]),
    never('areas-do-not-call-one-another', 'An area may call the shared ones (identity, operators), never its neighbour.',
      { path: '^src/domain/([^/]+)/' }, { path: '^src/domain/', pathNot: ['^src/domain/$1/', '^src/domain/(payment-purposes|goods-of-order)\\.ts$', '^src/domain/(identity|operators|tenants|calendar|spoken|forecast|stock|measures|money|catalogue|clients|orders|payments)/'] }),

    only('files-know-no-business', 'A file is bytes and a type: who sent it, and why, is somebody else\'s business.',
      '^src/media/', ['^src/channels/channel\\.ts$', '^(node:)?(crypto|fs/promises|path|zlib)$', npm('read-excel-file')]),

    never('conversation-knows-no-web', 'A turn is played the same for a webhook, a terminal and a timer.',
      { path: '^src/conversation/' }, { path: ['^src/(web|standins|demo|dev|sending)/', '^templates/', npm('express|bullmq|ioredis')] }),
    never('conversation-only-writes-replies', 'A turn shapes what is shown; nothing leaves before the commit.',
      { path: '^src/conversation/' }, { path: '^src/channels/.*/(client|graph-fetch|media-download|receive|respond|signature)\\.ts$' }),
    never('sending-knows-no-conversation', 'What leaves is a row; why it was written is not its business.',
      { path: '^src/sending/' }, { path: ['^src/(conversation|web|standins|demo|dev)/', '^(flows|templates)/', npm('xstate|express')] }),

    never('who-watches-changes-nothing', 'What is counted and told has no part in what it looks at.',
      { path: '^src/watch/' }, { path: ['^src/(conversation|sending|domain|web|jobs|standins|demo|dev)/', '^(flows|templates)/', npm('xstate|express')] }),
    never('webhooks-only-store', 'A webhook checks, parses and stores; the turn decides.',
      { path: '^src/web/webhooks/' }, { path: ['^src/(domain|sending|standins|demo)/', '^(flows|templates)/', npm('xstate')] }),
    never('the-simulator-has-no-side-door', 'A simulated phone reaches Griot as a real one does: through a provider and its webhooks.',
      { path: '^src/web/simulator/' }, { path: ['^src/(conversation|db|domain|sending|generated)/', '^flows/'] }),
    never('the-admin-goes-through-the-domain', 'A page asks a function of the domain; it writes no query and plays no flow.',
      { path: '^src/web/admin/' }, { path: ['^src/(db|generated|sending|standins|demo)/', '^flows/', npm('xstate')], dependencyTypesNot: TYPES_ONLY }),
    never('templates-only-draw', 'A page or a paper is a function of what it is given.',
      { path: '^templates/', pathNot: '^templates/(pdf/|reports/|qr)' }, { pathNot: ['^templates/', '^src/web/html\\.ts$', '^src/(phone|i18n)\\.ts$'], dependencyTypesNot: TYPES_ONLY }),
    only('papers-only-draw', 'A paper knows pens and letters: no database, no network, no clock.',
      '^templates/(pdf/|reports/|qr)', ['^src/i18n\\.ts$', '^src/domain/(money/xof|calendar/day|forecast/reliability|stock/margin)\\.ts$', '^(node:)?(events|module|zlib)$', '^templates/order-link\\.ts$', npm('i18next|pdfkit|fontkit|uqr|dejavu-fonts-ttf')]),

    only('standins-are-outside', 'A stand-in is another company: it knows Griot over HTTP only.',
      '^src/standins/', ['^src/(phone|config)\\.ts$', '^(node:)?[a-z_/]+$', npm('zod|express|express-serve-static-core|libphonenumber-js')]),
    never('nothing-leans-on-standins', 'Production runs without them: only what starts or shows them knows them.',
      { path: '^src/', pathNot: '^src/(app\\.ts|standins/|dev/|web/create-web\\.ts|web/simulator/)' }, { path: '^src/standins/' }),

    only('chaos-is-outside', 'Who tries to break Griot knows its webhooks, its processes and its rows, and none of its code.',
      '^chaos/', ['^src/standins/', '^src/db/embedded\\.ts$', '^(node:)?[a-z_/]+$', npm('pg|zod')]),

    never('env-is-read-once', 'What starts the process reads the configuration; everything else is handed its part.',
      { path: '^src/', pathNot: '^src/(main\\.ts|dev/|cli/|demo/run-seed\\.ts)' }, { path: '^src/config\\.ts$', dependencyTypesNot: TYPES_ONLY }),
    never('the-database-has-one-door', 'Only src/db holds a client that sees every tenant; the others are handed theirs.',
      { path: '^(src|flows|templates)/', pathNot: '^src/(db|generated)/' }, { path: ['^src/generated/', npm('pg|@prisma/[^/]+|@electric-sql/[^/]+')], dependencyTypesNot: TYPES_ONLY }),
    never('only-main-starts-the-app', 'The app is put together in one place, by hand.',
      { path: '^src/', pathNot: '^src/(main\\.ts|dev/)' }, { path: '^src/(app|main)\\.ts$', dependencyTypesNot: TYPES_ONLY }),

    never('no-cycles', 'Two files that need one another are one file, or three.', { pathNot: '^src/generated/' }, { circular: true }),
    never('no-orphans', 'A file that nobody imports and that imports nobody is left over.', { orphan: true, pathNot: '\\.d\\.ts$|/static/|^chaos/machines/tell-memory\\.ts$' }, {}),
    never('nothing-is-missing', 'Every import leads somewhere.', { pathNot: '^src/generated/' }, { couldNotResolve: true }),
    never('production-never-imports-tests', 'What runs at a customer does not lean on a test.', { path: '^(src|flows|templates|scripts)/' }, { path: '^(test|chaos)/' }),
    never('production-runs-without-dev-dependencies', '`npm ci --omit=dev` is the production tree.',
      { path: '^(src|flows|templates)/', pathNot: '^src/generated/' }, { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: TYPES_ONLY, pathNot: npm('@types/[^/]+') }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: ['node_modules', '^src/generated/'] },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
