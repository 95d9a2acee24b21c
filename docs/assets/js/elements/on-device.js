// @ts-check
/** What pages need that show or remember something kept on this device, beside the tools. */
import { CheckList } from "./check-list.js";
import { DeviceMemory } from "./device-memory.js";
import { ResultsMap } from "./results-map.js";
import { ToolStates } from "./tool-states.js";

for (const element of [CheckList, DeviceMemory, ResultsMap, ToolStates]) element.define();
