/** The one place that names the polyfill: when Node has Temporal, this file goes and its importers change one line. */
export { Temporal } from 'temporal-polyfill';
