// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.shell.conformance;

import io.invowk.maven.conformance.Json;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.shell.LocalFiles;
import io.invowk.maven.shell.Shell;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs scripts: one JSON object a line in, one out, until the input ends. */
public final class ConformanceServer {
    /** What real shells answer to a syntax error. */
    private static final int SYNTAX_ERROR = 2;

    private ConformanceServer() {}

    /** Serves standard input and output. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(Json.write(answer(Json.object(line))));
        }
    }

    /** The answer to one request. */
    static Map<String, Object> answer(Map<String, Object> request) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>();
        if (request.get("env") instanceof Map<?, ?> variables) {
            variables.forEach((name, value) -> environment.put(name.toString(), value.toString()));
        }
        SourceText script =
                new SourceText("script", Json.string(request, "script").orElseThrow());
        Path directory = Path.of(Json.string(request, "dir").orElseThrow());
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int status;
        try {
            status = new Shell(HostPrograms.start(), new LocalFiles(), true)
                    .run(
                            new Shell.Request(script, List.of(), environment, directory),
                            new Shell.Streams(InputStream.nullInputStream(), output, errors));
        } catch (UserException e) {
            status = SYNTAX_ERROR;
            errors.writeBytes(String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8));
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("stdout", output.toString(StandardCharsets.UTF_8));
        answer.put("status", status);
        answer.put("stderr", errors.size() > 0);
        return answer;
    }
}
