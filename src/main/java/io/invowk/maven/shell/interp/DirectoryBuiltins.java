// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.interp;

import io.invowk.maven.shell.port.FileFacts;
import io.invowk.maven.shell.state.Attribute;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code cd} and {@code pwd} (POSIX XCU), {@code pushd}, {@code popd} and {@code dirs}. */
final class DirectoryBuiltins {
    private static final String NO_SUCH_FILE = ": No such file or directory";

    private DirectoryBuiltins() {}

    static void addTo(Map<String, Builtin> byName) {
        byName.put("cd", DirectoryBuiltins::cd);
        byName.put("pwd", DirectoryBuiltins::pwd);
        byName.put("pushd", DirectoryBuiltins::pushd);
        byName.put("popd", DirectoryBuiltins::popd);
        byName.put("dirs", DirectoryBuiltins::dirs);
    }

    private static int pwd(Invocation call) throws IOException {
        OptionReader options = new OptionReader(call.arguments(), "LP");
        boolean physical = false;
        for (char option = options.next(); option != '\0'; option = options.next()) {
            physical = option == 'P';
        }
        Path directory = call.environment().directory;
        call.printLine((physical ? call.shell().files().realPath(directory) : directory).toString());
        return 0;
    }

    private static int cd(Invocation call) throws IOException {
        OptionReader options = new OptionReader(call.arguments(), "LPe");
        boolean physical = false;
        for (char option = options.next(); option != '\0'; option = options.next()) {
            physical = option == 'P';
        }
        List<String> rest = options.rest();
        if (rest.size() > 1) {
            return call.fail(1, "too many arguments");
        }
        String target = rest.isEmpty() ? call.environment().variables.value("HOME") : rest.get(0);
        if (target == null) {
            return call.fail(1, "HOME not set");
        }
        boolean show = target.equals("-");
        if (show) {
            target = call.environment().variables.value("OLDPWD");
            if (target == null) {
                return call.fail(1, "OLDPWD not set");
            }
        }
        String found = search(call, target);
        int status = change(call, found == null ? target : found, physical);
        if (status == 0 && (show || found != null)) {
            call.printLine(call.environment().directory.toString());
        }
        return status;
    }

    /** The directory below one of {@code CDPATH}; null if the target itself is meant. */
    private static @Nullable String search(Invocation call, String target) {
        String path = call.environment().variables.value("CDPATH");
        boolean direct = target.startsWith("/")
                || target.equals(".")
                || target.equals("..")
                || target.startsWith("./")
                || target.startsWith("../");
        if (path == null || direct) {
            return null;
        }
        for (String each : path.split(":", -1)) {
            String directory = each.isEmpty() ? target : each + (each.endsWith("/") ? "" : "/") + target;
            if (call.environment()
                    .path(directory)
                    .filter(found -> isDirectory(call, found))
                    .isPresent()) {
                return each.isEmpty() || each.equals(".") ? null : directory;
            }
        }
        return null;
    }

    private static boolean isDirectory(Invocation call, Path path) {
        return call.shell()
                .files()
                .facts(path, true)
                .filter(facts -> facts.kind() == FileFacts.Kind.DIRECTORY)
                .isPresent();
    }

    /** Makes a directory the working directory; its exit status. */
    private static int change(Invocation call, String target, boolean physical) throws IOException {
        Environment environment = call.environment();
        Optional<Path> existing = environment
                .path(target)
                .filter(path -> call.shell().files().facts(path, true).isPresent());
        if (existing.isEmpty()) {
            return call.fail(1, target + NO_SUCH_FILE);
        }
        Path path = existing.get();
        if (!isDirectory(call, path)) {
            return call.fail(1, target + ": Not a directory");
        }
        if (!call.shell().files().isExecutable(path)) {
            return call.fail(1, target + ": Permission denied");
        }
        Path normal = physical ? call.shell().files().realPath(path) : path.normalize();
        String before = environment.variables.value("PWD");
        environment.directory = normal;
        set(call, "OLDPWD", Objects.requireNonNullElse(before, ""));
        set(call, "PWD", normal.toString());
        return 0;
    }

    private static void set(Invocation call, String name, String value) {
        call.environment().variables.assign(name, value);
        call.environment().variables.get(name).set(Attribute.EXPORTED, true);
    }

    private static int pushd(Invocation call) throws IOException {
        List<String> arguments = call.arguments();
        boolean stay = !arguments.isEmpty() && arguments.get(0).equals("-n");
        List<String> rest = stay ? arguments.subList(1, arguments.size()) : arguments;
        List<String> stack = call.environment().directoryStack;
        if (rest.size() > 1) {
            return call.fail(1, "too many arguments");
        }
        if (rest.isEmpty()) {
            if (stack.isEmpty()) {
                return call.fail(1, "no other directory");
            }
            if (!stay) {
                String current = call.environment().directory.toString();
                int status = change(call, stack.get(0), false);
                if (status != 0) {
                    return status;
                }
                stack.set(0, current);
            }
        } else if (stay) {
            Optional<Path> path = call.environment().path(rest.get(0));
            if (path.isEmpty()) {
                return call.fail(1, rest.get(0) + NO_SUCH_FILE);
            }
            stack.add(0, path.get().toString());
        } else {
            String current = call.environment().directory.toString();
            int status = change(call, rest.get(0), false);
            if (status != 0) {
                return status;
            }
            stack.add(0, current);
        }
        return show(call);
    }

    private static int popd(Invocation call) throws IOException {
        List<String> arguments = call.arguments();
        boolean stay = !arguments.isEmpty() && arguments.get(0).equals("-n");
        List<String> stack = call.environment().directoryStack;
        if (arguments.size() > (stay ? 1 : 0)) {
            throw new UsageException(arguments.get(arguments.size() - 1) + ": invalid argument");
        }
        if (stack.isEmpty()) {
            return call.fail(1, "directory stack empty");
        }
        if (stay) {
            stack.remove(0);
            return show(call);
        }
        int status = change(call, stack.get(0), false);
        if (status == 0) {
            stack.remove(0);
            return show(call);
        }
        return status;
    }

    private static int dirs(Invocation call) throws IOException {
        OptionReader options = new OptionReader(call.arguments(), "clpv");
        boolean lines = false;
        boolean numbers = false;
        boolean full = false;
        for (char option = options.next(); option != '\0'; option = options.next()) {
            if (option == 'c') {
                call.environment().directoryStack.clear();
                return 0;
            }
            lines |= option != 'l';
            numbers |= option == 'v';
            full |= option == 'l';
        }
        List<String> all = stack(call, full);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < all.size(); i++) {
            out.append(numbers ? " " + i + "  " : "")
                    .append(all.get(i))
                    .append(lines || i == all.size() - 1 ? "\n" : " ");
        }
        call.print(out.toString());
        return 0;
    }

    private static List<String> stack(Invocation call, boolean full) {
        List<String> all = new ArrayList<>();
        all.add(call.environment().directory.toString());
        all.addAll(call.environment().directoryStack);
        String home = call.environment().variables.value("HOME");
        if (home != null && !home.isEmpty() && !full) {
            all.replaceAll(each ->
                    each.equals(home) || each.startsWith(home + "/") ? "~" + each.substring(home.length()) : each);
        }
        return all;
    }

    private static int show(Invocation call) throws IOException {
        call.printLine(String.join(" ", stack(call, false)));
        return 0;
    }
}
