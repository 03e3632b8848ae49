// One line of a bar chart.

export interface Bar {
  key: string;
  name: string;
  /** One for each of the chart's heads, or one alone. */
  values: readonly number[];
}
