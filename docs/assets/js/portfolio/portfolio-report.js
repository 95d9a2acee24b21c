// @ts-check
/** <portfolio-report>: shows blocks as <tool-report> does; the parts of the scripts are bundled apart, and a name is taken once. */
import { ToolReport } from "../tool/tool-report.js";

export class PortfolioReport extends ToolReport {
  static tag = "portfolio-report";
}
