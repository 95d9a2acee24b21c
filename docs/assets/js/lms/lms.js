// @ts-check
/** What a tool's page needs beside its form when a package shows it inside a learning system. */
import { LmsPanel } from "./lms-panel.js";

LmsPanel.define();
