import { ConsoleApp } from './console-app';
import { TimeSince } from './since';

TimeSince.start();
customElements.define('attune-console', ConsoleApp);
