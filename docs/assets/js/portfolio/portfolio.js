// @ts-check
/** What the page of lists of accounts needs beside the script of every page. */
import { PortfolioList } from "./portfolio-list.js";
import { PortfolioReport } from "./portfolio-report.js";

PortfolioReport.define();
PortfolioList.define();
