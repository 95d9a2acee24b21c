/**
 * Reads GIFT with gift-pegjs.
 *
 * node gift_questions.mjs NODE_MODULES < file
 * Prints, as JSON, the questions that it understood.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { text } from "node:stream/consumers";

const { parse } = createRequire(join(process.argv[2], "index.js"))("gift-pegjs");
process.stdout.write(JSON.stringify(parse(await text(process.stdin))));
