// What is wrong with a part of the form, in words.
import { t } from '../../text/wizard';
import type { Fault, Part } from './faults';

export function fault_words(part: Part, fault: Fault): string {
  switch (fault.key) {
    case 'fault_title':
    case 'fault_community':
    case 'fault_areas_named':
      return t(fault.key);
    case 'fault_areas_alike':
    case 'fault_line_long':
      return t(fault.key, { name: fault.name });
    case 'fault_long':
      return t(fault.key, { n: fault.count });
    case 'fault_areas_count':
      return t(fault.key, { count: fault.count });
    case 'fault_many':
      return t(part === 'answers' ? 'fault_answers' : 'fault_settlements', { count: fault.count });
  }
}
