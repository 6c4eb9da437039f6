import { createRequire } from 'node:module';
import vm from 'node:vm';
import { TestEnvironment as NodeEnvironment } from 'jest-environment-node';

// Jest's own module holds this very object, and looks at it each time.
const held = createRequire(import.meta.url)('node:vm');

/**
 * Jest's environment for Node, but with an ordinary global object. Jest's own answers each look at a global, be it `Date`
 * or `Uint8Array`, through an interceptor and a proxy, which makes what the platform does five times slower and more.
 */
export default class TestEnvironment extends NodeEnvironment {
  constructor(...given) {
    const { createContext } = held;
    held.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
    try {
      super(...given);
    } finally {
      held.createContext = createContext;
    }
  }
}
