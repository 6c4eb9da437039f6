import type { EventContract } from '@fc/contracts';
import { applyDecorators, Catch, Controller, SetMetadata, UseFilters, type ExceptionFilter, type Type } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import { throwError, type Observable } from 'rxjs';

/** Hands a consumer's own error to the transport, which decides between trying again, waiting and giving up. */
@Catch()
class ErrorsToTransport implements ExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}

/** A class that listens to events: `WhenPlacementStarted`. */
export const Consumer = (): ClassDecorator => applyDecorators(Controller(), UseFilters(ErrorsToTransport));

/** The method that gives one event its effect, in one transaction; it receives the event's envelope. */
export const On =
  (contract: EventContract): MethodDecorator =>
  (target, key, descriptor) => {
    SetMetadata(listensTo, contract.type)(target, key, descriptor);
    EventPattern<string>(contract.type, { consumer: target.constructor.name })(target, key, descriptor);
  };

const listensTo = 'fc:listens-to';

/** The types of the events that a consumer listens to: `identity.placement-started.v1`. */
export const eventsHeardBy = (consumer: Type): string[] =>
  Object.values(Object.getOwnPropertyDescriptors(consumer.prototype)).flatMap(({ value }: PropertyDescriptor) => {
    const type: unknown = typeof value === 'function' ? Reflect.getMetadata(listensTo, value) : undefined;
    return typeof type === 'string' ? [type] : [];
  });
