package org.rhobust.tensor;

import java.lang.reflect.Method;
import java.util.List;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Runs the body of each test, or each try of a property, on the compute thread. */
public final class OnComputeThread implements InvocationInterceptor, AroundTryHook {

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    proceed(invocation);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    proceed(invocation);
  }

  @Override
  public TryExecutionResult aroundTry(
      TryLifecycleContext context, TryExecutor executor, List<Object> parameters) {
    return ComputeThread.get().call(() -> executor.execute(parameters));
  }

  private static void proceed(Invocation<Void> invocation) throws Throwable {
    Throwable problem =
        ComputeThread.get()
            .call(
                () -> {
                  try {
                    invocation.proceed();
                    return null;
                  } catch (Throwable e) {
                    return e;
                  }
                });
    if (problem != null) {
      throw problem;
    }
  }
}
