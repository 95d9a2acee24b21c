// @ts-check
/** What a page needs that can be used in a course, on the playbook's side. */
import { CoursePanel } from "./course-panel.js";

CoursePanel.define();
