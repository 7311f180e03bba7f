// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.runtime;

import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.Quoted;
import io.invowk.maven.diagnostic.UserException;
import io.invowk.maven.invkfile.ImageSource;
import java.util.List;
import java.util.Locale;

/** Images that hold Windows: their commands are not those of a POSIX shell. */
final class WindowsImages {
    private static final List<String> MARKS = List.of(
            "mcr.microsoft.com/windows/",
            "mcr.microsoft.com/powershell:",
            "microsoft/windowsservercore",
            "microsoft/nanoserver");

    private WindowsImages() {}

    /** Refuses an image whose name tells that it holds Windows. */
    static void refuse(ImageSource.Image image) {
        String name = image.name().toLowerCase(Locale.ROOT);
        if (MARKS.stream().anyMatch(name::contains)) {
            throw new UserException(Diagnostic.at(
                            image.origin(), "windows container images are not supported: " + Quoted.of(image.name()))
                    .help("use an image with Linux, for example \"debian:stable-slim\""));
        }
    }
}
