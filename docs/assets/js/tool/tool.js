// @ts-check
/** What pages with a tool need beside the script of every page: the form and the report. */
import { ToolForm } from "./tool-form.js";
import { ToolReport } from "./tool-report.js";

ToolReport.define();
ToolForm.define();
