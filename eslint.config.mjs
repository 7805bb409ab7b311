import next from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";
import tseslint from "typescript-eslint";

const root = import.meta.dirname;

/** Domains from top to bottom: a room may use the rows below its own, never those above. */
const floors = [
  ["province", "figures"],
  ["documents", "notices"],
  ["requests"],
  ["money", "cases"],
  ["targets", "registry", "links"],
  ["organisations"],
];

/**
 * The files of an upper room that lower rooms may use: counters, written by commands in their own transaction, and what a request
 * kind is, a description without any script.
 */
const openFiles = {
  "./lib/figures": ["./count.ts", "./recount.ts"],
  "./lib/requests": ["./kinds.ts", "./kinds"],
};

/**
 * Who may go through the narrow second door of lib/db.ts, past row-level security by person: what has no person yet (sign-in, the public
 * check), what serves all (search, the worker's sweeps, health) and what no person may hold (keys, the chain, sums of others' answers).
 */
const narrowDoor = [
  ...["access", "authenticity", "channels", "check", "demo", "duty", "health", "jobs", "ladder"],
  ...["metrics", "notices", "operations", "search"],
]
  .map((room) => `lib/${room}/**`)
  .concat([
    "lib/agenda/visit-feed.ts",
    "lib/audit/verify.ts",
    "lib/figures/{fold,rebuild}.ts",
    "lib/figures/pace/**",
    "lib/files/scan/settle.ts",
    "lib/league/tell-of-replies.ts",
    "lib/reference/limit-effect.ts",
    "lib/requests/holds/expiry.ts",
    "lib/requests/workers.ts",
  ]);

const above = floors.flatMap((rooms, floor) =>
  rooms.flatMap((room) =>
    floors
      .slice(0, floor)
      .flat()
      .map((higher) => ({
        target: `./lib/${room}`,
        from: `./lib/${higher}`,
        except: openFiles[`./lib/${higher}`] ?? [],
        message: `lib/${room} lies below lib/${higher}. Move the shared rule down, or let lib/${higher} call lib/${room}.`,
      })),
  ),
);

/** Files that also run in the browser and in tests without a database. */
const pure = "./lib/**/{schema,types,lifecycle,rules,policy,offers}.ts";
const door = "./lib/db.ts";
/** The names of statuses and roles are plain constants, the rest of the generated client is the database. */
const client = { from: "./lib/generated", except: ["./prisma/enums.ts"] };
const doors = "./lib/**/{commands,queries}.ts";

const wayOfAddresses =
  "Addresses decide nothing: read through lib/<domain>/queries, write through lib/<domain>/actions.";
const wayOfComponents =
  "Components receive rows from the page (lib/<domain>/types) and call lib/<domain>/actions.";
const wayOfPureFiles =
  "This file also runs in the browser: keep it free of the database; use queries.ts or commands.ts.";

/** Who may import whom (docs/architecture.md). Only what hurts when broken; each message says where to go. */
const zones = [
  { target: "./app", from: door, message: wayOfAddresses },
  { target: "./app", ...client, message: wayOfAddresses },
  { target: "./app", from: "./lib/**/commands.ts", message: wayOfAddresses },
  {
    target: "./components",
    from: ["./app", "./lib/jobs", "./lib/access/scope.ts", door],
    message: wayOfComponents,
  },
  { target: "./components", ...client, message: wayOfComponents },
  { target: "./components", from: doors, message: wayOfComponents },
  {
    target: "./components/ui",
    from: "./lib",
    except: ["./i18n", "./errors.ts", "./money", "./deadlines"],
    message: "components/ui knows no domain: pass what it shows as props.",
  },
  {
    target: ["./lib", "./worker"],
    from: ["./app", "./components"],
    message: "lib and worker know no screen. Put the shared rule or type into lib/<domain>.",
  },
  { target: pure, from: ["./lib/env.ts", "./lib/jobs", door], message: wayOfPureFiles },
  { target: pure, from: ["./lib/audit"], except: ["./types.ts"], message: wayOfPureFiles },
  { target: pure, ...client, message: wayOfPureFiles },
  { target: pure, from: doors, message: wayOfPureFiles },
  {
    target: "./lib/deadlines",
    from: "./lib",
    except: ["./deadlines"],
    message: "Deadlines are pure arithmetic over their arguments; load rows in the caller.",
  },
  ...above,
];

const noUnsafeSql = {
  selector: "MemberExpression[property.name=/^\\$(queryRaw|executeRaw)Unsafe$/]",
  message: "Use the tagged template $queryRaw, or a prepared pg query with parameters.",
};
const noDeafForm = {
  selector: "JSXOpeningElement[name.name='form']:has(> JSXAttribute[name.name='onSubmit'])",
  message: "A form that the script sends is components/ui/form: closed until the script runs.",
};
const noUnsaidLoss = {
  selector: "AwaitExpression > CallExpression[callee.name=/Action$/]",
  message: "A lost connection takes the page away here: ask by components/forms/reached.ts, or catch.",
};
const noEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: "Only lib/env.ts reads process.env: add the setting there and call env().",
};

const config = [
  {
    ignores: [
      ".data/**",
      ".next/**",
      "bench/results/**",
      "lib/generated/**",
      "next-env.d.ts",
      "playwright-report/**",
      "test-results/**",
    ],
  },
  ...next,
  ...typescript,
  ...tseslint.configs.strict.map((part) => ({ ...part, files: ["**/*.ts", "**/*.tsx"] })),
  {
    files: ["app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}"],
    ignores: ["components/ui/link.tsx", "components/icons/icons.test.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          paths: [
            {
              name: "next/link",
              message: "Use components/ui/link: it fetches nothing before it is followed.",
            },
            {
              name: "lucide-react",
              message:
                "Run `node scripts/draw-icons.mjs`: it draws the icon into components/icons and points here.",
            },
            {
              name: "next/dynamic",
              message:
                "Use React.lazy: next/dynamic preloads files that are not there (docs/decisions/components.md).",
            },
          ],
        },
      ],
    },
  },
  {
    files: [
      "app/**",
      "components/**",
      "lib/**",
      "worker/**",
      "prisma/**",
      "proxy.ts",
      "instrumentation.ts",
      "instrumentation-client.ts",
    ].flatMap((place) => (place.endsWith("**") ? [`${place}/*.ts`, `${place}/*.tsx`] : [place])),
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      // A forgotten await loses an error or a transaction without a word.
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ["lib/**/*.ts", "worker/**/*.ts"],
    ignores: ["**/*.test.ts", "lib/db.ts", ...narrowDoor],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          paths: [
            {
              name: "@/lib/db",
              importNames: ["asSystem", "readAsSystem", "readSession"],
              message:
                "Who acts is somebody: asActor, readAsActor. See docs/decisions/row-level-security.md.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["**/*.{ts,tsx,mjs}"],
    rules: {
      "import/no-restricted-paths": ["error", { basePath: root, zones }],
      "no-restricted-syntax": ["error", noUnsafeSql],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // With noUncheckedIndexedAccess an assertion is the honest word for what the line above just proved.
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
    },
  },
  {
    files: ["app/**", "components/**", "lib/**", "worker/**", "proxy.ts"].flatMap((place) =>
      place.endsWith("**") ? [`${place}/*.ts`, `${place}/*.tsx`] : [place],
    ),
    ignores: ["lib/env.ts", "**/*.test.ts", "**/*.test.tsx"],
    rules: { "no-restricted-syntax": ["error", noUnsafeSql, noEnvironment] },
  },
  {
    files: ["app/**/*.tsx", "components/**/*.tsx"],
    ignores: ["components/ui/**"],
    rules: { "no-restricted-syntax": ["error", noUnsafeSql, noEnvironment, noDeafForm] },
  },
  {
    // The door catches for its forms (use-door), sheets for their parts (use-parts).
    files: ["components/**/*.ts", "components/**/*.tsx"],
    ignores: ["components/ui/**", "components/access/password-form.tsx", "components/sheets/sheet-send.tsx"],
    rules: { "no-restricted-syntax": ["error", noUnsafeSql, noEnvironment, noDeafForm, noUnsaidLoss] },
  },
  {
    files: ["**/*.test.{ts,tsx}", "e2e/**/*.ts", "prisma/**/*.ts", "bench/**/*.ts"],
    rules: {
      // Playwright's fixtures take `use`, which is no React hook.
      "react-hooks/rules-of-hooks": "off",
      "no-empty-pattern": "off",
    },
  },
];

export default config;
