// @ts-check
/** What the page of one's own results needs beside the script of every page. */
import { MyResults } from "./my-results.js";

MyResults.define();
