/** The front door of exchange for every place that runs in a browser too. */
export * from './access.ts'
export * from './form.ts'
