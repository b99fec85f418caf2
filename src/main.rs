//! Mounts the app.

fn main() {
    ashar::start();
}
