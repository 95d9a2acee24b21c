// @ts-check
/** What the page of a team needs beside the script of every page. */
import { TeamReport } from "./team-report.js";
import { TeamSession } from "./team-session.js";

TeamReport.define();
TeamSession.define();
