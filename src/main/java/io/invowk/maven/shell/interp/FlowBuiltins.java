// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Utilities that change what runs next, and small ones. */
final class FlowBuiltins {
    private FlowBuiltins() {}

    static void addTo(Map<String, Builtin> byName) {
        byName.put("break", FlowBuiltins::leaveLoop);
        byName.put("continue", FlowBuiltins::leaveLoop);
        byName.put("return", FlowBuiltins::leaveFunction);
        byName.put("exit", FlowBuiltins::exit);
        byName.put("shift", FlowBuiltins::shift);
        byName.put("times", FlowBuiltins::times);
    }

    private static int leaveLoop(Invocation call) {
        List<String> arguments = withoutDashes(call.arguments());
        int levels = arguments.isEmpty() ? 1 : (int) Math.max(0, Math.min(Integer.MAX_VALUE, number(arguments.get(0))));
        if (levels < 1) {
            return call.fail(1, arguments.get(0) + ": loop count out of range");
        }
        int loops = call.environment().loops;
        if (loops == 0) {
            return 0;
        }
        call.environment().status = 0;
        if (call.name().equals("break")) {
            throw new ControlFlow.Break(Math.min(levels, loops));
        }
        throw new ControlFlow.Continue(Math.min(levels, loops));
    }

    private static List<String> withoutDashes(List<String> arguments) {
        boolean dashes = !arguments.isEmpty() && arguments.get(0).equals("--");
        return dashes ? arguments.subList(1, arguments.size()) : arguments;
    }

    private static long number(String text) {
        return WholeNumber.signed(text).orElseThrow(() -> new UsageException(text + ": numeric argument required"));
    }

    private static int leaveFunction(Invocation call) {
        List<String> arguments = withoutDashes(call.arguments());
        int status = call.environment().status;
        if (!arguments.isEmpty()) {
            try {
                status = (int) number(arguments.get(0)) & 0xff;
            } catch (UsageException e) {
                call.fail(e.status(), String.valueOf(e.getMessage()));
                status = e.status();
            }
        }
        if (!call.environment().canReturn() && !call.environment().subshell) {
            return call.fail(1, "can only return from a function or a sourced script");
        }
        throw new ControlFlow.Return(status);
    }

    private static int exit(Invocation call) {
        List<String> arguments = withoutDashes(call.arguments());
        if (arguments.size() > 1) {
            return call.fail(1, "too many arguments");
        }
        int status = call.environment().status;
        if (!arguments.isEmpty()) {
            try {
                status = (int) number(arguments.get(0)) & 0xff;
            } catch (UsageException e) {
                call.fail(e.status(), String.valueOf(e.getMessage()));
                status = e.status();
            }
        }
        throw new ControlFlow.Exit(status);
    }

    private static int shift(Invocation call) {
        List<String> arguments = withoutDashes(call.arguments());
        long count = arguments.isEmpty() ? 1 : number(arguments.get(0));
        List<String> positionals = call.environment().positionals;
        if (count < 0 || count > positionals.size()) {
            return call.fail(1, count + ": shift count out of range");
        }
        call.environment().positionals = positionals.subList((int) count, positionals.size());
        return 0;
    }

    static int let(Invocation call) {
        if (call.arguments().isEmpty()) {
            return call.fail(1, "expression expected");
        }
        long value = 0;
        for (String expression : call.arguments()) {
            value = call.shell().expander().arithmetic(expression);
        }
        return value == 0 ? 1 : 0;
    }

    private static int times(Invocation call) throws IOException {
        CpuTimes used = call.environment().session.cpuTimes();
        call.print(Times.minutes(used.user()) + " " + Times.minutes(used.system()) + "\n"
                + Times.minutes(used.childUser()) + " " + Times.minutes(used.childSystem()) + "\n");
        return 0;
    }
}
